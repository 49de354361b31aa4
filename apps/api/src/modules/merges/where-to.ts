import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import type { ReadDb } from "../../platform/team-scope.js";

export const Into = z.array(z.object({ intoId: z.string().nullable() }));

/** For each candidate which one it was merged into, if it was: the next step of its way. */
export const steps = (
  asked: readonly { teamId: string; id: string }[],
): Prisma.Sql => Prisma.sql`/* prepared: merged away */
  select (select m."intoId"::text from "Merge" m where m."teamId" = q.team and m."fromId" = q.id
             and m."undoneAt" is null limit 1) as "intoId"
    from unnest(${asked.map(({ teamId }) => teamId)}::uuid[], ${asked.map(({ id }) => id)}::uuid[])
         with ordinality as q(team, id, place)
   order by q.place`;

/** What a candidate is by now, over any number of merges; null while it stands for itself. */
export async function whereTo(db: Pick<ReadDb, "merge">, id: string): Promise<string | null> {
  const merge = await db.merge.findFirst({
    where: { fromId: id, undoneAt: null },
    select: { intoId: true },
  });
  return merge && ((await whereTo(db, merge.intoId)) ?? merge.intoId);
}
