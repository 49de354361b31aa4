import type { Prisma } from "../../generated/prisma/client.js";
import type { Tx } from "../../platform/team-scope.js";

const withVersions = {
  versions: {
    orderBy: { number: "asc" },
    include: { scores: { include: { revision: { select: { key: true } } } } },
  },
} as const satisfies Prisma.ReviewInclude;
export type Held = Prisma.ReviewGetPayload<{ include: typeof withVersions }>;

/** Every review of these candidates, withdrawn ones too: for a deed that shows none of them. */
export const reviewsAmong = (tx: Tx, candidateIds: string[]): Promise<Held[]> =>
  tx.review.findMany({ where: { candidateId: { in: candidateIds } }, include: withVersions });

/** Whoever signs, recuses or reveals meanwhile waits; in one order, so that two imports do too. */
export async function lockReviewed(tx: Tx, teamId: string, candidateIds: string[]) {
  await tx.$queryRaw`
    select 1 from "Candidate" where "teamId" = ${teamId}::uuid and id = any(${candidateIds}::uuid[])
     order by id for update`;
  await tx.$queryRaw`
    select 1 from "Review" where "teamId" = ${teamId}::uuid and "candidateId" = any(${candidateIds}::uuid[])
     order by id for update`;
}
