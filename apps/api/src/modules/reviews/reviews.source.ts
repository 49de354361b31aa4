import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";

/**
 * The one source of scores. Everything that shows, ranks, filters or counts reviews reads them
 * from here, and every function here is asked for a viewer.
 */
type Viewer = { teamId: string; memberId: string };

/** What the blind rule turns on, of one viewer and one candidate. */
export function sightFacts(db: ReadDb, { memberId }: Viewer, candidateId: string) {
  return db.candidate.findFirst({
    where: { id: candidateId },
    select: {
      stage: true,
      archivedAt: true,
      revealedAt: true,
      recusals: { where: { memberId }, select: { at: true } },
      openings: { where: { memberId }, select: { at: true } },
      reviews: {
        where: { memberId, withdrawnAt: null },
        select: {
          signedAt: true,
          imported: true,
          versions: { where: { signedAt: null }, select: { id: true } },
        },
      },
    },
  });
}

/** Who sees the candidate's reviews: what `sight()` says, asked the other way round. */
export async function seersOf(db: ReadDb, candidateId: string): Promise<Set<string>> {
  const candidate = await db.candidate.findFirst({
    where: { id: candidateId },
    select: {
      revealedAt: true,
      recusals: { select: { memberId: true } },
      openings: { select: { memberId: true } },
      reviews: {
        where: { signedAt: { not: null }, imported: false, withdrawnAt: null },
        select: { memberId: true },
      },
    },
  });
  if (!candidate) return new Set();
  const members = candidate.revealedAt
    ? (await db.member.findMany({ select: { id: true } })).map(({ id }) => id)
    : [...candidate.openings, ...candidate.reviews].map(({ memberId }) => memberId);
  const recused = new Set(candidate.recusals.map(({ memberId }) => memberId));
  return new Set(members.filter((id) => !recused.has(id)));
}

/** The same of one viewer, as a condition on the candidate that an expression names. */
export const seesReviewsOf = ({ teamId, memberId }: Viewer, candidate: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(
    not exists (select 1 from "Recusal" x where x."teamId" = ${teamId}::uuid
                   and x."candidateId" = ${candidate} and x."memberId" = ${memberId}::uuid)
    and (exists (select 1 from "Candidate" x where x."teamId" = ${teamId}::uuid
                    and x.id = ${candidate} and x."revealedAt" is not null)
      or exists (select 1 from "Opening" x where x."teamId" = ${teamId}::uuid
                    and x."candidateId" = ${candidate} and x."memberId" = ${memberId}::uuid)
      or exists (select 1 from "Review" x where x."teamId" = ${teamId}::uuid
                    and x."candidateId" = ${candidate} and x."memberId" = ${memberId}::uuid
                    and x."signedAt" is not null and not x.imported and x."withdrawnAt" is null)))`;

/** How many reviews are signed: all that the blind are told. */
export const signedCount = (db: Pick<ReadDb, "review">, candidateId: string): Promise<number> =>
  db.review.count({ where: { candidateId, signedAt: { not: null }, withdrawnAt: null } });

/** Whose signed reviews of it count: they are told of it, and nobody is told who they are. */
export const signersOf = async (
  db: Pick<ReadDb, "review">,
  candidateId: string,
): Promise<string[]> => {
  const where = { candidateId, signedAt: { not: null }, withdrawnAt: null };
  return (await db.review.findMany({ where, select: { memberId: true } })).map(
    ({ memberId }) => memberId,
  );
};

/** The same of several candidates. */
export const signersAmong = (db: Pick<ReadDb, "review">, candidateIds: readonly string[]) =>
  db.review.findMany({
    where: {
      ...{ candidateId: { in: [...candidateIds] }, signedAt: { not: null }, withdrawnAt: null },
      member: { removedAt: null },
    },
    select: { candidateId: true, memberId: true },
    orderBy: { id: "asc" },
  });

const Times = z.array(z.object({ id: z.string(), times: z.array(z.number()) }));

/**
 * When each score that counts on a criterion revision was signed, in milliseconds, by candidate: of the revealed ones
 * (team); or the viewer's own (mine), where what isn't signed yet goes by its saving.
 */
export async function signingTimes(
  db: Pick<ReadDb, "$queryRaw">,
  { teamId, memberId }: Viewer,
  revisionId: string,
  scope: "team" | "mine",
): Promise<Map<string, number[]>> {
  const team = scope === "team";
  const rows = Times.parse(
    await db.$queryRaw`
      select r."candidateId" as id,
             array_agg(extract(epoch from coalesce(v."signedAt", v."savedAt"))::float8 * 1000) as times
        from "Review" r
        join "Candidate" c on c."teamId" = r."teamId" and c.id = r."candidateId"
        join "ReviewVersion" v on v."teamId" = r."teamId" and v."reviewId" = r.id
        join "Score" s on s."teamId" = v."teamId" and s."versionId" = v.id
       where r."teamId" = ${teamId}::uuid and r."withdrawnAt" is null
         and s."revisionId" = ${revisionId}::uuid and s.value is not null
         and case when ${team} then c."revealedAt" is not null and s.current
                  else r."memberId" = ${memberId}::uuid and v.number = (
                    select max(x.number) from "ReviewVersion" x
                     where x."teamId" = r."teamId" and x."reviewId" = r.id) end
       group by 1`,
  );
  return new Map(rows.map(({ id, times }) => [id, times]));
}

/** Of a revealed candidate: every signed version of the reviews that count, the newest first. */
export const signedHistory = (db: ReadDb, candidateId: string) =>
  db.review.findMany({
    where: {
      candidateId,
      signedAt: { not: null },
      withdrawnAt: null,
      candidate: { revealedAt: { not: null } },
    },
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
    select: {
      member: { select: { id: true, name: true, user: { select: { name: true } } } },
      versions: {
        where: { signedAt: { not: null } },
        orderBy: { number: "desc" },
        select: {
          signedAt: true,
          summary: true,
          scores: { select: { value: true, revision: { select: { key: true } } } },
        },
      },
    },
  });

/** The latest signed version of each counted review: all of them, or the viewer's own alone. */
export function signedReviews(
  db: ReadDb,
  { memberId }: Viewer,
  candidateId: string,
  whose: "all" | "own",
) {
  return db.review.findMany({
    where: {
      candidateId,
      signedAt: { not: null },
      withdrawnAt: null,
      ...(whose === "own" ? { memberId } : {}),
    },
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
    include: {
      member: { select: { id: true, name: true, sample: true, user: { select: { name: true } } } },
      versions: {
        where: { signedAt: { not: null } },
        orderBy: { number: "desc" },
        take: 1,
        include: { rubric: { select: { version: true } }, scores: { include: { revision: true } } },
      },
    },
  });
}

/** Every signed version of the counted reviews, the newest first: all of them, or the viewer's own alone. */
export function signedVersions(
  db: ReadDb,
  { memberId }: Viewer,
  candidateId: string,
  whose: "all" | "own",
) {
  return db.reviewVersion.findMany({
    where: {
      signedAt: { not: null },
      review: { candidateId, withdrawnAt: null, ...(whose === "own" ? { memberId } : {}) },
    },
    orderBy: [{ signedAt: "desc" }, { id: "desc" }],
    include: {
      rubric: { select: { version: true } },
      scores: { include: { revision: true } },
      review: { include: { member: withName } },
    },
  });
}

/** The scores that count, those given first in front. Ask only when the viewer sees. */
export function countedScores(db: ReadDb, candidateId: string) {
  return db.score.findMany({
    where: { current: true, value: { not: null }, version: { review: { candidateId } } },
    orderBy: [{ version: { signedAt: "asc" } }, { versionId: "asc" }],
    include: {
      revision: true,
      version: { select: { review: { select: { notBlind: true, member: withName } } } },
    },
  });
}

/** The candidates whose reviews this viewer sees, as a condition. */
const openTo = (memberId: string) => ({
  recusals: { none: { memberId } },
  OR: [
    { revealedAt: { not: null } },
    { openings: { some: { memberId } } },
    {
      reviews: {
        some: { signedAt: { not: null }, withdrawnAt: null, memberId, imported: false },
      },
    },
  ],
});

/** Those of these candidates whose reviews, and so comments, the viewer sees. */
export const seenAmong = async (
  db: ReadDb,
  { memberId }: Viewer,
  candidateIds: readonly string[],
): Promise<Set<string>> => {
  const where = { id: { in: [...candidateIds] }, ...openTo(memberId) };
  const rows = await db.candidate.findMany({ where, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
};

/** What signed reviews of these candidates the viewer may see; the host's full copy sees them all. */
export function signedReviewsAmong(
  db: ReadDb,
  { memberId }: Viewer,
  candidateIds: string[],
  whole: boolean,
) {
  const signed = { signedAt: { not: null }, withdrawnAt: null };
  const own = { memberId, candidate: { recusals: { none: { memberId } } } };
  const seen = { OR: [own, { candidate: openTo(memberId) }] };
  return db.review.findMany({
    where: { ...signed, candidateId: { in: candidateIds }, ...(whole ? {} : seen) },
    include: {
      versions: {
        where: { signedAt: { not: null } },
        orderBy: { number: "desc" },
        ...(whole ? {} : { take: 1 }),
        include: { rubric: { select: { version: true } }, scores: { include: { revision: true } } },
      },
    },
  });
}

/** Who stepped back from these candidates: for the host's full copy alone. */
export const recusalsAmong = (db: ReadDb, candidateIds: string[]) =>
  db.recusal.findMany({ where: { candidateId: { in: candidateIds } } });

/** Whether candidate `c` holds a signed version beside these: of whom and what, nothing is told. */
export const signedBeside = ({ teamId }: Viewer, versions: Prisma.Sql): Prisma.Sql => Prisma.sql`
  exists (select 1 from "Review" w
            join "ReviewVersion" v on v."teamId" = w."teamId" and v."reviewId" = w.id
           where w."teamId" = ${teamId}::uuid and w."candidateId" = c.id and w."withdrawnAt" is null
             and v."signedAt" is not null and v.id::text <> all(${versions}))`;

/** A candidate's six counts on each criterion revision. Ask only when the viewer sees. */
export const countsOfCandidate = (db: Pick<ReadDb, "teamScore">, candidateId: string) =>
  db.teamScore.findMany({ where: { candidateId } });

/** The same of several. Ask only of those whose reviews the viewer sees. */
export const countsAmong = (db: ReadDb, candidateIds: readonly string[]) =>
  db.teamScore.findMany({ where: { candidateId: { in: [...candidateIds] } } });

/**
 * Rows (id, revision, n0…n5): the team's counts of revealed candidates. Ranks are made of all of
 * them; the rows of a recused viewer are masked after ranking.
 */
export const teamCounts = (
  { teamId }: Viewer,
  { whole = false, only }: { whole?: boolean; only?: readonly string[] } = {},
): Prisma.Sql => Prisma.sql`
  select t."candidateId" as id, t."revisionId" as revision, t.n0, t.n1, t.n2, t.n3, t.n4, t.n5
    from "TeamScore" t
    join "Candidate" c on c."teamId" = t."teamId" and c.id = t."candidateId"
   where t."teamId" = ${teamId}::uuid and (c."revealedAt" is not null or ${whole})
         ${among(Prisma.sql`t."candidateId"`, only)}`;

/** Rows (id, reviews): how many signed reviews of each revealed candidate count. */
export const teamReviews = (teamId: string, only?: readonly string[]): Prisma.Sql => Prisma.sql`
  select r."candidateId" as id, count(*)::int as reviews
    from "Review" r
   where r."teamId" = ${teamId}::uuid and r."signedAt" is not null and r."withdrawnAt" is null
         ${among(Prisma.sql`r."candidateId"`, only)}
   group by 1`;

/** Of some candidates alone, where some are named. */
const among = (column: Prisma.Sql, only?: readonly string[]): Prisma.Sql =>
  only ? Prisma.sql`and ${column} = any(${[...only]}::uuid[])` : Prisma.empty;

/**
 * Whether candidate `c` is reviewed by one of these members: one's own drafts and assignments too; of others what is
 * signed, where the viewer sees it.
 */
export const reviewedBy = (viewer: Viewer, members: Prisma.Sql, own: boolean): Prisma.Sql =>
  own
    ? Prisma.sql`(
        exists (select from "Review" r where r."teamId" = c."teamId" and r."candidateId" = c.id
                   and r."memberId" in ${members} and r."withdrawnAt" is null)
        or exists (select from "Assignment" a where a."teamId" = c."teamId" and a."candidateId" = c.id
                      and a."memberId" in ${members}))`
    : Prisma.sql`(${seesReviewsOf(viewer, Prisma.sql`c.id`)} and exists (
        select from "Review" r where r."teamId" = c."teamId" and r."candidateId" = c.id
           and r."memberId" in ${members} and r."signedAt" is not null and r."withdrawnAt" is null))`;

/** Candidates that the member is recused from whom these expressions name. */
export const recusalsOf = (teamId: Prisma.Sql, memberId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select x."candidateId" as id from "Recusal" x
   where x."teamId" = ${teamId} and x."memberId" = ${memberId}`;

/** The same shape: the viewer's own marks, unsigned changes included. */
export const ownCounts = ({ teamId, memberId }: Viewer): Prisma.Sql => Prisma.sql`
  select r."candidateId" as id, s."revisionId" as revision,
         (s.value = 0)::int n0, (s.value = 1)::int n1, (s.value = 2)::int n2,
         (s.value = 3)::int n3, (s.value = 4)::int n4, (s.value = 5)::int n5
    from "Review" r
    join lateral (select v.id from "ReviewVersion" v
                   where v."teamId" = r."teamId" and v."reviewId" = r.id
                   order by v.number desc limit 1) latest on true
    join "Score" s on s."teamId" = r."teamId" and s."versionId" = latest.id
   where r."teamId" = ${teamId}::uuid and r."memberId" = ${memberId}::uuid
     and r."withdrawnAt" is null and s.value is not null`;

/** Rows (id, revealed, recused, opened, mine_signed, mine_draft, signed): sight, candidate by candidate. */
export const sightRows = ({ teamId, memberId }: Viewer): Prisma.Sql => Prisma.sql`
  select c.id, c."revealedAt" is not null as revealed,
         exists (select 1 from "Recusal" x where x."teamId" = c."teamId"
                    and x."candidateId" = c.id and x."memberId" = ${memberId}::uuid) as recused,
         exists (select 1 from "Opening" x where x."teamId" = c."teamId"
                    and x."candidateId" = c.id and x."memberId" = ${memberId}::uuid) as opened,
         coalesce(own.signed, false) as mine_signed, coalesce(own.draft, false) as mine_draft,
         coalesce(counted.signed, 0)::int as signed
    from "Candidate" c
    left join (select r."candidateId", r."signedAt" is not null and not r.imported as signed,
                      exists (select 1 from "ReviewVersion" v where v."teamId" = r."teamId"
                                 and v."reviewId" = r.id and v."signedAt" is null) as draft
                 from "Review" r
                where r."teamId" = ${teamId}::uuid and r."memberId" = ${memberId}::uuid
                  and r."withdrawnAt" is null) own on own."candidateId" = c.id
    left join (select r."candidateId", count(*) as signed from "Review" r
                where r."teamId" = ${teamId}::uuid and r."signedAt" is not null
                  and r."withdrawnAt" is null
                group by 1) counted on counted."candidateId" = c.id
   where c."teamId" = ${teamId}::uuid and c."archivedAt" is null`;
