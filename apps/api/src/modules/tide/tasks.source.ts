import { Prisma } from "../../generated/prisma/client.js";

/** A statement: a new signature answers what a release has asked of this member about this candidate. */
export const closingReReviews = (
  { teamId, memberId }: { teamId: string; memberId: string },
  candidateId: string,
  at: Date,
): Prisma.Sql => Prisma.sql`
  update "ReReview" set "closedAt" = ${at}, "closedBy" = 'signature'
   where "teamId" = ${teamId}::uuid and "candidateId" = ${candidateId}::uuid
     and "memberId" = ${memberId}::uuid and "closedAt" is null`;
