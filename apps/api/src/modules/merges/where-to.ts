import type { ReadDb } from "../../platform/team-scope.js";

/** What a candidate is by now, over any number of merges; null while it stands for itself. */
export async function whereTo(db: Pick<ReadDb, "merge">, id: string): Promise<string | null> {
  const merge = await db.merge.findFirst({
    where: { fromId: id, undoneAt: null },
    select: { intoId: true },
  });
  return merge && ((await whereTo(db, merge.intoId)) ?? merge.intoId);
}
