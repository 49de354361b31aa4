import type { Tx } from "../../platform/team-scope.js";

/** What was confirmed of the one that goes holds for the other, unless somebody has said so of that one already. */
export async function moveReliance(tx: Tx, from: string, into: string): Promise<boolean> {
  if (await tx.reliance.findFirst({ where: { candidateId: into } })) return false;
  const { count } = await tx.reliance.updateMany({
    where: { candidateId: from },
    data: { candidateId: into },
  });
  return count > 0;
}

/** What somebody has said since stays. */
export async function moveRelianceBack(tx: Tx, from: string, into: string, mergedAt: Date) {
  if (await tx.reliance.findFirst({ where: { candidateId: from } })) return;
  await tx.reliance.updateMany({
    where: { candidateId: into, at: { lte: mergedAt } },
    data: { candidateId: from },
  });
}
