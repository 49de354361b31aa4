import type { Counts } from "@highwater/shared/reviews/consensus";
import type { Tx } from "../../platform/team-scope.js";
import { recount } from "./joining.source.js";
import { type CountChange, changeCounts } from "./reviews.queries.js";

type Held = { revisionId: string; value: number | null };

/** Six differences a criterion revision: what was held goes, what is given comes. */
function differences(held: readonly Held[], given: readonly Held[]): CountChange[] {
  const byRevision = new Map<string, [...Counts]>();
  const add = (rows: readonly Held[], by: number) => {
    for (const { revisionId, value } of rows) {
      const change: [...Counts] = byRevision.get(revisionId) ?? [0, 0, 0, 0, 0, 0];
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

/** Where a member's new scores take the place of what they gave before on the same criterion revisions. */
export function replacing(held: readonly Held[], given: readonly Held[]): CountChange[] {
  const revisions = new Set(given.map(({ revisionId }) => revisionId));
  return differences(
    held.filter(({ revisionId }) => revisions.has(revisionId)),
    given,
  );
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
