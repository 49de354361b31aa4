import type { Tx } from "../../platform/team-scope.js";

/** How far numbers are put out of the way before they are given anew. */
const apart = 1_000_000;

/** Two reviewers' histories in one order: by signature, an unsigned draft last. */
export async function renumber(tx: Tx, teamId: string, reviewIds: readonly string[]) {
  await tx.$executeRaw`
    update "ReviewVersion" set number = number + ${apart}
     where "teamId" = ${teamId}::uuid and "reviewId" = any(${[...reviewIds]}::uuid[])`;
  await tx.$executeRaw`
    update "ReviewVersion" v set number = x.place
      from (select id, row_number() over (partition by "reviewId"
                     order by "signedAt" nulls last, "savedAt", number)::int as place
              from "ReviewVersion"
             where "teamId" = ${teamId}::uuid and "reviewId" = any(${[...reviewIds]}::uuid[])) x
     where v."teamId" = ${teamId}::uuid and v.id = x.id`;
}

/** Of each member the latest signed score on a criterion revision counts; the six counts follow. */
export async function recount(tx: Tx, teamId: string, candidateIds: readonly string[]) {
  const ids = [...candidateIds];
  await tx.$executeRaw`
    update "Score" s set current = x.latest
      from (select z."versionId", z."revisionId",
                   v."signedAt" is not null and r."withdrawnAt" is null and row_number() over (
                     partition by r.id, z."revisionId"
                     order by v."signedAt" is null, v.number desc) = 1 as latest
              from "Review" r
              join "ReviewVersion" v on v."teamId" = r."teamId" and v."reviewId" = r.id
              join "Score" z on z."teamId" = v."teamId" and z."versionId" = v.id
             where r."teamId" = ${teamId}::uuid and r."candidateId" = any(${ids}::uuid[])) x
     where s."teamId" = ${teamId}::uuid and s."versionId" = x."versionId"
       and s."revisionId" = x."revisionId" and s.current <> x.latest`;
  await tx.teamScore.deleteMany({ where: { candidateId: { in: ids } } });
  await tx.$executeRaw`
    insert into "TeamScore" ("teamId", "candidateId", "revisionId", n0, n1, n2, n3, n4, n5)
    select r."teamId", r."candidateId", s."revisionId",
           count(*) filter (where s.value = 0), count(*) filter (where s.value = 1),
           count(*) filter (where s.value = 2), count(*) filter (where s.value = 3),
           count(*) filter (where s.value = 4), count(*) filter (where s.value = 5)
      from "Review" r
      join "ReviewVersion" v on v."teamId" = r."teamId" and v."reviewId" = r.id
      join "Score" s on s."teamId" = v."teamId" and s."versionId" = v.id
     where r."teamId" = ${teamId}::uuid and r."candidateId" = any(${ids}::uuid[])
       and s.current and s.value is not null
     group by 1, 2, 3`;
}
