import { randomUUID } from "node:crypto";
import type { Files } from "../../platform/files.js";
import type { Tx } from "../../platform/team-scope.js";
import type { Extras, Of, Ref } from "./extras.js";
import type { TakenRow } from "./extras.queries.js";

export interface With {
  /** The member who is meant. */
  who: (ref: Ref) => string;
  /** Of the commit. */
  at: Date;
}
export interface Attached {
  row: number;
  candidateId: string;
  /** Of all that the row brought along. */
  ids: string[];
  evidence: Extras["evidence"];
  /** What stands at each place of the file's lists, for what cites it. */
  places: { evidence: readonly string[]; trials: readonly string[] };
  trials: number;
  decisions: number;
}

const dayOf = (day: string | null) => (day === null ? null : new Date(day));

const evidenceKey = (one: {
  kind: string;
  title: string | null;
  url: string | null;
  text: string | null;
  createdAt: string | Date;
}) => JSON.stringify([one.kind, one.title, one.url, one.text, Number(new Date(one.createdAt))]);

const trialKey = (one: { task: string; grade: number; createdAt: string | Date }) =>
  JSON.stringify([one.task, one.grade, Number(new Date(one.createdAt))]);

/** What candidates that stood here have already: it comes no second time. */
async function heldBy(tx: Tx, ids: string[]) {
  const where = { candidateId: { in: ids } };
  const evidence = ids.length > 0 ? await tx.evidence.findMany({ where }) : [];
  const trials = ids.length > 0 ? await tx.trial.findMany({ where }) : [];
  return new Map([
    ...evidence.map((one) => [one.candidateId + evidenceKey(one), one.id] as const),
    ...trials.map((one) => [one.candidateId + trialKey(one), one.id] as const),
  ]);
}

/** Writes what hangs on the candidates of these rows, a statement for each table. Files' bytes follow. */
export async function attach(
  tx: Tx,
  { teamId }: Of,
  taken: readonly TakenRow[],
  { who, at, files }: With & { files: Files },
): Promise<Attached[]> {
  const old = taken.filter(({ added }) => !added).map(({ candidateId }) => candidateId);
  const held = await heldBy(tx, old);
  const fresh = <T>(candidateId: string, items: T[], keyOf: (item: T) => string) =>
    items.filter((item) => !held.has(candidateId + keyOf(item)));
  const rows = taken.map(({ row, candidateId, added, extras }) => {
    const ids = new Map<object, string>();
    const common = (one: object) => {
      const id = randomUUID();
      ids.set(one, id);
      return { teamId, id, candidateId };
    };
    const evidence = fresh(candidateId, extras.evidence, evidenceKey);
    const placesOf = <T extends object>(items: readonly T[], keyOf: (item: T) => string) =>
      items.map((one) => ids.get(one) ?? held.get(candidateId + keyOf(one)) ?? "");
    return {
      ...{ row, candidateId, given: evidence },
      places: () => ({
        evidence: placesOf(extras.evidence, evidenceKey),
        trials: placesOf(extras.trials, trialKey),
      }),
      evidence: evidence.map((given) => {
        const { by, file: _, on, ...one } = given;
        return { ...common(given), ...one, memberId: who(by), on: dayOf(on), updatedAt: at };
      }),
      trials: fresh(candidateId, extras.trials, trialKey).map((given) => {
        const { by, on, ...one } = given;
        return { ...common(given), ...one, memberId: who(by), on: new Date(on) };
      }),
      decisions: (added ? extras.decisions : []).map((given) => {
        const { by, withdrawnBy, owner, nextLook, dueOn, ...one } = given;
        return {
          ...{ ...common(given), ...one, memberId: who(by) },
          ...{ nextLook: dayOf(nextLook), dueOn: dayOf(dueOn) },
          withdrawnById: withdrawnBy === null ? null : who(withdrawnBy),
          ownerId: owner === null ? null : who(owner),
        };
      }),
      recusals: (added ? extras.recusals : []).map(({ by, ...one }) => ({
        ...{ teamId, candidateId, ...one, memberId: who(by) },
      })),
    };
  });
  for (const { by, file, fileId } of rows.flatMap(({ given }) => given))
    if (file && fileId) await files.keepWithin(tx, teamId, { id: fileId, memberId: who(by) }, file);
  await tx.evidence.createMany({ data: rows.flatMap(({ evidence }) => evidence) });
  await tx.trial.createMany({ data: rows.flatMap(({ trials }) => trials) });
  await tx.decision.createMany({ data: rows.flatMap(({ decisions }) => decisions) });
  await tx.recusal.createMany({
    data: rows.flatMap(({ recusals }) => recusals),
    skipDuplicates: true,
  });
  return rows.map(({ row, candidateId, given, places, evidence, trials, decisions }) => ({
    ...{
      row,
      candidateId,
      places: places(),
      evidence: given,
      trials: trials.length,
      decisions: decisions.length,
    },
    ids: [...evidence, ...trials, ...decisions].map(({ id }) => id),
  }));
}

/** Evidence that nobody has edited since, and trials; their files are loose from now on. */
export async function takeAway(tx: Tx, ids: string[], committedAt: Date | null) {
  const where = { id: { in: ids }, ...(committedAt ? { updatedAt: committedAt } : {}) };
  const files = await tx.evidence.findMany({ where, select: { fileId: true } });
  await tx.evidence.deleteMany({ where });
  await tx.trial.deleteMany({ where: { id: { in: ids } } });
  await tx.file.updateMany({
    where: { id: { in: files.flatMap(({ fileId }) => fileId ?? []) } },
    data: { looseSince: new Date() },
  });
}
