import { z } from "zod";
import type { Tx } from "../../platform/team-scope.js";

const Rows = z.array(z.object({ of: z.string(), members: z.array(z.string()) }));

/**
 * Whom the comments of a candidate name without having told them, because they didn't see it: by the activity that told
 * of the comment, to be told when it is revealed. Whoever is recused never is.
 */
export async function untoldMentions(tx: Pick<Tx, "$queryRaw">, teamId: string, id: string) {
  const rows = Rows.parse(
    await tx.$queryRaw`
      select a.id::text as of, array_agg(named.id::text order by named.id) as members
        from "Comment" c
        join "Activity" a on a."teamId" = c."teamId" and a."candidateId" = c."candidateId"
             and a."subjectId" = c.id and a.verb = 'discussion.commented'
       cross join unnest(c.mentions) as named(id)
       where c."teamId" = ${teamId}::uuid and c."candidateId" = ${id}::uuid and c."removedAt" is null
         and named.id <> c."memberId"
         and not exists (select 1 from "Recusal" x where x."teamId" = c."teamId"
                            and x."candidateId" = c."candidateId" and x."memberId" = named.id)
         and not exists (select 1 from "Notification" n
                           join "Activity" b on b."teamId" = n."teamId" and b.id = n."activityId"
                          where n."teamId" = c."teamId" and n."memberId" = named.id
                            and n.kind = 'mentioned' and b."subjectId" = c.id)
       group by 1 order by 1`,
  );
  return rows.map((row) => ({ kind: "mentioned" as const, ...row }));
}
