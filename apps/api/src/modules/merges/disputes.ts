import { disagreementFrom } from "@highwater/shared/discussion/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { z } from "zod";
import type { Entry } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import { openDisagreements } from "../reviews/disagreeing.service.js";
import { countsOfCandidate } from "../reviews/reviews.source.js";
import type { SightService } from "../reviews/sight.service.js";

interface Pair {
  from: string;
  into: string;
}

const Settled = z.object({
  id: z.string(),
  settledAt: z.coerce.date().nullable(),
  settledById: z.string().nullable(),
});

/** What was in dispute about either, and what the merge made of it. */
export const Disputes = z.object({
  moved: z.array(z.string()),
  made: z.array(z.string()),
  /** All that stood, as it stood. */
  before: z.array(Settled),
});
type Disputes = z.infer<typeof Disputes>;

type Counts = Awaited<ReturnType<typeof countsOfCandidate>>;

/** How the scores stand before the reviews are joined. */
export const scoresOf = (tx: Tx, candidateId: string): Promise<Counts> =>
  countsOfCandidate(tx, candidateId);

/** What was settled about one stays settled about both, unless the joined scores are others there. */
export async function moveDisputes(
  tx: Tx,
  actor: Actor,
  { from, into }: Pair,
  scores: Counts,
): Promise<{ disputes: Disputes; entries: Entry[] }> {
  const held = await tx.disagreement.findMany({ where: { candidateId: into } });
  const theirs = {
    candidateId: from,
    criterion: { notIn: held.map(({ criterion }) => criterion) },
  };
  const coming = await tx.disagreement.findMany({ where: theirs });
  await tx.disagreement.updateMany({ where: theirs, data: { candidateId: into } });
  const known = [...held, ...coming].map(({ id }) => id);
  const changed = changedSince(scores, await countsOfCandidate(tx, into));
  const entries = await openDisagreements(tx, actor, into, changed);
  const made = await tx.disagreement.findMany({
    where: { candidateId: into, id: { notIn: known } },
  });
  const before = [...held, ...coming].map((row) => Settled.parse(row));
  const disputes = {
    moved: coming.map(({ id }) => id),
    made: made.map(({ id }) => id),
    before,
  };
  return { disputes, entries };
}

const figures = ({ n0, n1, n2, n3, n4, n5 }: Counts[number]) => [n0, n1, n2, n3, n4, n5].join();

function changedSince(before: Counts, after: Counts): string[] {
  const was = new Map(before.map((row) => [row.revisionId, figures(row)]));
  return after
    .filter((row) => was.get(row.revisionId) !== figures(row))
    .map(({ revisionId }) => revisionId);
}

/** Once the reviews are parted: what the merge brought into dispute is in dispute no more, unless it was settled since. */
export async function moveDisputesBack(
  tx: Tx,
  sight: SightService,
  { from, into }: Pair,
  { moved, made, before }: Disputes,
) {
  const spreads = (await sight.spreadsAmong(tx, [into])).get(into);
  const rows = await tx.disagreement.findMany({
    where: { candidateId: into, id: { in: made }, settledAt: null },
  });
  const over = rows.filter(({ criterion }) => (spreads?.get(criterion) ?? 0) < disagreementFrom);
  await tx.disagreement.deleteMany({ where: { id: { in: over.map(({ id }) => id) } } });
  for (const { id, settledAt, settledById } of before)
    await tx.disagreement.updateMany({
      where: { id, candidateId: into, settledAt: null },
      data: { settledAt, settledById },
    });
  await tx.disagreement.updateMany({
    where: { candidateId: into, id: { in: moved } },
    data: { candidateId: from },
  });
}
