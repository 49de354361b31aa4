import type { Tx } from "../../platform/team-scope.js";

/** A new signature answers what a release has asked of this member about this candidate. */
export const closeReReviews = (tx: Tx, memberId: string, candidateId: string, at: Date) =>
  tx.reReview.updateMany({
    where: { memberId, candidateId, closedAt: null },
    data: { closedAt: at, closedBy: "signature" },
  });
