import type { AssignmentReport, Automatic, SkipCode } from "@highwater/shared/assignments/contract";
import { distribute } from "@highwater/shared/assignments/distribute";
import type { Facts } from "./assigning.queries.js";

type Pair = { candidateId: string; memberId: string };
type Person = { id: string; name: string };

/** What an act would do: pairs to make, what is left out and why, and what it does to the loads. */
export interface Plan {
  given: Pair[];
  skipped: AssignmentReport["skipped"];
  loads: AssignmentReport["loads"];
  seed: number | null;
}

const sentences: Record<SkipCode, string> = {
  missing: "There is no such candidate.",
  "merges.merged_away": "It was merged into another candidate.",
  "candidates.archived": "It is archived. Restore it first.",
  "reviews.decided": "It is decided: reviews are closed.",
  "reviews.revealed": "Its reviews are revealed already.",
  "reviews.recused": "They have recused themselves from it.",
  "assignments.already": "It is assigned to them already.",
  "assignments.conflicts": "Too few may review it: the others have recused themselves.",
  "assignments.caps": "Whoever may review it has as many as the cap allows.",
  "assignments.signed": "It is signed already.",
};

const skip = (
  { id, name }: { id: string; name: string },
  code: SkipCode,
  memberId: string | null = null,
  missing: number | null = null,
) => ({ candidateId: id, name, memberId, code, reason: sentences[code], missing });

/** Why nobody can be asked to review it now, if so. */
function closed({ merged, archived, stage }: Facts): SkipCode | null {
  if (merged) return "merges.merged_away";
  if (archived) return "candidates.archived";
  return stage === "decided" ? "reviews.decided" : null;
}

export function unknownOf(ids: readonly string[], facts: readonly Facts[]) {
  const known = new Set(facts.map(({ id }) => id));
  return [...new Set(ids)]
    .filter((id) => !known.has(id))
    .map((id) => skip({ id, name: "" }, "missing"));
}

/** Each candidate to each person. Of revealed ones nothing is waited for, so they add to no load. */
export function planByHand(
  facts: readonly Facts[],
  people: readonly Person[],
  loads: ReadonlyMap<string, number>,
): Plan {
  const plan: Plan = { given: [], skipped: [], loads: [], seed: null };
  const added = new Map<string, number>();
  for (const candidate of facts) {
    const why = closed(candidate);
    if (why) {
      plan.skipped.push(skip(candidate, why));
      continue;
    }
    for (const { id } of people) {
      if (candidate.assigned.includes(id))
        plan.skipped.push(skip(candidate, "assignments.already", id));
      else if (candidate.recused.includes(id))
        plan.skipped.push(skip(candidate, "reviews.recused", id));
      else {
        plan.given.push({ candidateId: candidate.id, memberId: id });
        if (!candidate.revealed) added.set(id, (added.get(id) ?? 0) + 1);
      }
    }
  }
  plan.loads = people.map(({ id, name }) => {
    const before = loads.get(id) ?? 0;
    return { memberId: id, name, before, after: before + (added.get(id) ?? 0) };
  });
  return plan;
}

/** k reviewers a candidate, as evenly as conflicts and caps allow. Who is assigned already counts; the recused don't. */
export function planEvenly(
  facts: readonly Facts[],
  people: readonly Person[],
  loads: ReadonlyMap<string, number>,
  { k, cap, seed }: Pick<Automatic, "k" | "cap"> & { seed: number },
): Plan {
  const whyOf = (candidate: Facts) =>
    closed(candidate) ?? (candidate.revealed ? "reviews.revealed" : null);
  const open = facts.filter((candidate) => whyOf(candidate) === null);
  const result = distribute(
    open.map(({ id, assigned, recused }) => ({
      id,
      held: assigned.filter((memberId) => !recused.includes(memberId)),
      barred: recused,
    })),
    people.map(({ id }) => ({ id, load: loads.get(id) ?? 0, cap: cap ?? null })),
    k,
    seed,
  );
  const short = new Map(result.short.map((one) => [one.candidateId, one]));
  const skipped = facts.flatMap((candidate) => {
    const why = whyOf(candidate);
    if (why) return [skip(candidate, why)];
    const lack = short.get(candidate.id);
    return lack ? [skip(candidate, `assignments.${lack.reason}`, null, lack.missing)] : [];
  });
  const change = new Map(result.loads.map((one) => [one.memberId, one]));
  return {
    given: result.given,
    skipped,
    loads: people.map(({ id, name }) => ({
      memberId: id,
      name,
      before: change.get(id)?.before ?? 0,
      after: change.get(id)?.after ?? 0,
    })),
    seed,
  };
}

export const reportOf = ({ given, skipped, loads, seed }: Plan, id: string | null = null) => ({
  id,
  made: given.length,
  seed,
  skipped,
  loads,
});
