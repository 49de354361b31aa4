import { z } from "zod";
import type { ReadDb } from "../../platform/team-scope.js";

type Viewer = { teamId: string; memberId: string };

const Scores = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    scores: z.array(
      z.object({ reviewer: z.string(), criterion: z.string(), level: z.int().min(0).max(5) }),
    ),
  }),
);

/**
 * Who gave which level to the revealed candidates, those revealed last first taken, in the ranking's tie-break order.
 * Nothing hidden is read, nor anything of candidates that the viewer is recused from.
 */
export async function revealedScores(
  db: Pick<ReadDb, "$queryRaw">,
  { teamId, memberId }: Viewer,
  revisionIds: readonly string[],
  limit: number,
) {
  return Scores.parse(
    await db.$queryRaw`
      select c.id::text as id, c.name,
             coalesce(jsonb_agg(jsonb_build_object(
               'reviewer', r."memberId", 'criterion', k.key, 'level', s.value)
               order by r."memberId", k.key) filter (where s.value is not null), '[]') as scores
        from (select x.id, x.name from "Candidate" x
               where x."teamId" = ${teamId}::uuid and x."revealedAt" is not null and x."archivedAt" is null
                 and not exists (select 1 from "Recusal" y where y."teamId" = x."teamId"
                                    and y."candidateId" = x.id and y."memberId" = ${memberId}::uuid)
               order by x."revealedAt" desc, x.id limit ${limit}) c
        join "Review" r on r."teamId" = ${teamId}::uuid and r."candidateId" = c.id
                       and r."signedAt" is not null and r."withdrawnAt" is null
        join "ReviewVersion" v on v."teamId" = r."teamId" and v."reviewId" = r.id
        join "Score" s on s."teamId" = v."teamId" and s."versionId" = v.id and s.current
                      and s."revisionId" = any(${[...revisionIds]}::uuid[])
        join "CriterionRevision" k on k."teamId" = s."teamId" and k.id = s."revisionId"
       group by c.id, c.name
       order by count(distinct r.id) desc, c.name, c.id`,
  );
}
