import type { Tx } from "../../platform/team-scope.js";
import { recount } from "./joining.source.js";
import { changeCounts } from "./reviews.queries.js";

type Held = { revisionId: string; value: number | null };

/** Six differences a criterion revision: what was held goes, what is given comes. */
function differences(held: readonly Held[], given: readonly Held[]) {
  const byRevision = new Map<string, number[]>();
  const add = (rows: readonly Held[], by: number) => {
    for (const { revisionId, value } of rows) {
      const change = byRevision.get(revisionId) ?? [0, 0, 0, 0, 0, 0];
      if (value !== null) change[value] = (change[value] ?? 0) + by;
      byRevision.set(revisionId, change);
    }
  };
  add(held, -1);
  add(given, 1);
  return [...byRevision]
    .filter(([, change]) => change.some((n) => n !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([revisionId, change]) => ({ revisionId, change }));
}

/** A signed version's scores become the member's current ones; answers the revisions whose counts it changed. */
export async function countSignature(
  tx: Tx,
  teamId: string,
  candidateId: string,
  reviewId: string,
  versionId: string,
): Promise<string[]> {
  const given = await tx.score.findMany({ where: { versionId } });
  const replaced = {
    version: { reviewId },
    current: true,
    revisionId: { in: given.map((s) => s.revisionId) },
  };
  const held = await tx.score.findMany({ where: replaced });
  await tx.score.updateMany({ where: replaced, data: { current: false } });
  await tx.score.updateMany({ where: { versionId }, data: { current: true } });
  const changes = differences(held, given);
  await changeCounts(tx, teamId, candidateId, changes);
  return changes.map(({ revisionId }) => revisionId);
}

/** A recused member's review stays on record, counts no more, and loses its unsigned changes. */
export async function uncountReview(tx: Tx, teamId: string, candidateId: string, reviewId: string) {
  const current = { version: { reviewId }, current: true };
  const held = await tx.score.findMany({ where: current });
  await tx.score.updateMany({ where: current, data: { current: false } });
  await tx.reviewVersion.deleteMany({ where: { reviewId, signedAt: null } });
  await tx.review.update({
    where: { teamId_id: { teamId, id: reviewId } },
    data: { withdrawnAt: new Date() },
  });
  await changeCounts(tx, teamId, candidateId, differences(held, []));
}

/** Reviews that came or went by the hundred: their candidates are counted anew, by the same law. */
export const countImported = (tx: Tx, teamId: string, candidateIds: readonly string[]) =>
  recount(tx, teamId, candidateIds);
