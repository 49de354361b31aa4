import { Stage } from "@highwater/shared/stages/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import type { RawTx } from "../../platform/team-scope.js";
import { closingReReviews } from "../tide/tasks.source.js";
import { pendingBeside } from "./assigned.source.js";
import type { CountChange } from "./reviews.queries.js";

type Signer = { teamId: string; memberId: string };

/** The candidate first, then one's own review, as all who lock both do. What is read after it stands until the end. */
export async function lockForSigning(tx: RawTx, { teamId, memberId }: Signer, candidateId: string) {
  await tx.$queryRaw`/* prepared: signing lock */
    with candidate as materialized (
      select c.id from "Candidate" c where c."teamId" = ${teamId}::uuid and c.id = ${candidateId}::uuid for update)
    select 1 from candidate c join "Review" r on r."candidateId" = c.id
     where r."teamId" = ${teamId}::uuid and r."memberId" = ${memberId}::uuid for update of r`;
}

const when = z.coerce.date();
const level = z.int().nullable();
const counts = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int()]);

const Facts = z.object({
  stage: Stage,
  archivedAt: z.date().nullable(),
  revealedAt: z.date().nullable(),
  recused: z.boolean(),
  opened: z.boolean(),
  review: z
    .object({
      id: z.string(),
      signedAt: when.nullable(),
      notBlind: z.boolean(),
      imported: z.boolean(),
    })
    .nullable(),
  /** The newest first; the words of the newest alone. */
  versions: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      summary: z.string().nullable(),
      savedAt: when,
      signedAt: when.nullable(),
      rubric: z.object({ version: z.int() }),
      scores: z.array(
        z.object({
          revisionId: z.string(),
          value: level,
          reason: z.string().nullable(),
          citations: z.array(z.json()),
          revision: z.object({ key: z.string() }),
        }),
      ),
    }),
  ),
  /** What counts of this review so far. */
  held: z.array(z.object({ revisionId: z.string(), value: level })),
  rubric: z.object({
    id: z.string(),
    version: z.int(),
    criteria: z.array(z.object({ key: z.string(), revisionId: z.string() })),
  }),
  /** The team's counts by criterion revision. */
  counted: z.array(z.object({ revisionId: z.string(), counts })),
  /** Criteria that are being talked over already. */
  open: z.array(z.string()),
  signed: z.int(),
  /** Assigned reviewers beside this one who are still to sign. */
  pending: z.int(),
  minReviews: z.int(),
  reviewers: z.int(),
});
export type SigningFacts = z.infer<typeof Facts>;

/** All that a signature turns on, of one candidate and one of its reviewers; undefined without the candidate. */
export async function signingFacts(
  tx: RawTx,
  { teamId, memberId }: Signer,
  candidateId: string,
): Promise<SigningFacts | undefined> {
  const [facts] = z.array(Facts).parse(
    await tx.$queryRaw`/* prepared: signing facts */
      select c.stage::text, c."archivedAt", c."revealedAt",
             exists (select from "Recusal" x where x."teamId" = c."teamId" and x."candidateId" = c.id
                        and x."memberId" = ${memberId}::uuid) as recused,
             exists (select from "Opening" x where x."teamId" = c."teamId" and x."candidateId" = c.id
                        and x."memberId" = ${memberId}::uuid) as opened,
             case when r.id is not null then jsonb_build_object('id', r.id, 'signedAt', r."signedAt",
               'notBlind', r."notBlind", 'imported', r.imported) end as review,
             coalesce((
               select jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'summary', v.summary,
                 'savedAt', v."savedAt", 'signedAt', v."signedAt", 'rubric', jsonb_build_object('version', b.version),
                 'scores', case when v.number < v.newest then '[]' else coalesce((
                   select jsonb_agg(jsonb_build_object('revisionId', s."revisionId", 'value', s.value,
                     'reason', s.reason, 'citations', s.citations, 'revision', jsonb_build_object('key', k.key)))
                     from "Score" s
                     join "CriterionRevision" k on k."teamId" = s."teamId" and k.id = s."revisionId"
                    where s."teamId" = v."teamId" and s."versionId" = v.id), '[]') end) order by v.number desc)
                 from (select v.*, max(v.number) over () as newest from "ReviewVersion" v
                        where v."teamId" = r."teamId" and v."reviewId" = r.id) v
                 join "Rubric" b on b."teamId" = v."teamId" and b.id = v."rubricId"), '[]') as versions,
             coalesce((
               select jsonb_agg(jsonb_build_object('revisionId', s."revisionId", 'value', s.value))
                 from "ReviewVersion" v
                 join "Score" s on s."teamId" = v."teamId" and s."versionId" = v.id
                where v."teamId" = r."teamId" and v."reviewId" = r.id and s.current), '[]') as held,
             (select jsonb_build_object('id', b.id, 'version', b.version, 'criteria', (
                select jsonb_agg(jsonb_build_object('key', k.key, 'revisionId', k.id) order by u.position)
                  from "RubricCriterion" u
                  join "CriterionRevision" k on k."teamId" = u."teamId" and k.id = u."revisionId"
                 where u."teamId" = b."teamId" and u."rubricId" = b.id))
                from "Rubric" b where b."teamId" = c."teamId" order by b.version desc limit 1) as rubric,
             coalesce((
               select jsonb_agg(jsonb_build_object('revisionId', t."revisionId",
                 'counts', jsonb_build_array(t.n0, t.n1, t.n2, t.n3, t.n4, t.n5)))
                 from "TeamScore" t where t."teamId" = c."teamId" and t."candidateId" = c.id), '[]') as counted,
             array(select d.criterion from "Disagreement" d where d."teamId" = c."teamId"
                      and d."candidateId" = c.id and d."settledAt" is null) as open,
             (select count(*)::int from "Review" x where x."teamId" = c."teamId" and x."candidateId" = c.id
                 and x."signedAt" is not null and x."withdrawnAt" is null) as signed,
             ${pendingBeside({ teamId, memberId }, candidateId)} as pending,
             t."minReviews",
             (select count(*)::int from "Member" m where m."teamId" = c."teamId" and m.role <> 'viewer'
                 and m."suspendedAt" is null and m."removedAt" is null and (c.sample or not m.sample)) as reviewers
        from "Candidate" c
        join "Team" t on t.id = c."teamId"
        left join "Review" r on r."teamId" = c."teamId" and r."candidateId" = c.id
             and r."memberId" = ${memberId}::uuid and r."withdrawnAt" is null
       where c."teamId" = ${teamId}::uuid and c.id = ${candidateId}::uuid`,
  );
  return facts;
}

/** What becomes of a signed version. */
export interface Signature {
  candidateId: string;
  reviewId: string;
  versionId: string;
  rubricId: string;
  at: Date;
  /** The review's own first signature, and whether it was given blind. */
  signedAt: Date;
  notBlind: boolean;
  /** What the counts of the candidate change by. */
  changes: readonly CountChange[];
}

/**
 * The version stands for ever, its scores are the member's current ones, the candidate's counts follow by their
 * difference, and what waited for the signature is closed. Under both locks.
 */
export async function writeSignature(
  tx: RawTx,
  { teamId, memberId }: Signer,
  { candidateId, reviewId, versionId, rubricId, at, signedAt, notBlind, changes }: Signature,
) {
  const by = (level: number) => changes.map(({ change }) => change[level] ?? 0);
  await tx.$executeRaw`/* prepared: signing deed */
    with version as (
      update "ReviewVersion" set "signedAt" = ${at}, "rubricId" = ${rubricId}::uuid
       where "teamId" = ${teamId}::uuid and id = ${versionId}::uuid),
    review as (
      update "Review" set "signedAt" = ${signedAt}, imported = false, "notBlind" = ${notBlind}
       where "teamId" = ${teamId}::uuid and id = ${reviewId}::uuid
         and ("signedAt" is distinct from ${signedAt} or imported)),
    given as (
      update "Score" set current = true
       where "teamId" = ${teamId}::uuid and "versionId" = ${versionId}::uuid returning "revisionId"),
    replaced as (
      update "Score" s set current = false from "ReviewVersion" v, given g
       where v."teamId" = ${teamId}::uuid and v."reviewId" = ${reviewId}::uuid and v.id <> ${versionId}::uuid
         and s."teamId" = v."teamId" and s."versionId" = v.id and s."revisionId" = g."revisionId" and s.current),
    change as (
      select * from unnest(${changes.map(({ revisionId }) => revisionId)}::uuid[],
        ${by(0)}::int[], ${by(1)}::int[], ${by(2)}::int[], ${by(3)}::int[], ${by(4)}::int[], ${by(5)}::int[])
        as c(revision, n0, n1, n2, n3, n4, n5)),
    counted as (
      update "TeamScore" t set n0 = t.n0 + c.n0, n1 = t.n1 + c.n1, n2 = t.n2 + c.n2,
                               n3 = t.n3 + c.n3, n4 = t.n4 + c.n4, n5 = t.n5 + c.n5
        from change c
       where t."teamId" = ${teamId}::uuid and t."candidateId" = ${candidateId}::uuid and t."revisionId" = c.revision),
    begun as (
      insert into "TeamScore" ("teamId", "candidateId", "revisionId", n0, n1, n2, n3, n4, n5)
      select ${teamId}::uuid, ${candidateId}::uuid, c.revision, c.n0, c.n1, c.n2, c.n3, c.n4, c.n5 from change c
       where not exists (select from "TeamScore" t where t."teamId" = ${teamId}::uuid
                            and t."candidateId" = ${candidateId}::uuid and t."revisionId" = c.revision)),
    aside as (
      delete from "SetAside" where "teamId" = ${teamId}::uuid and "candidateId" = ${candidateId}::uuid
         and "memberId" = ${memberId}::uuid)
    ${closingReReviews({ teamId, memberId }, candidateId, at)}`;
}
