import type { Rubric } from "@highwater/shared/rubrics/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import type { ReadDb } from "../../platform/team-scope.js";
import {
  ownCounts,
  recusalsOf,
  sightRows,
  teamCounts,
  teamReviews,
} from "../reviews/reviews.source.js";
import { countsIn, standingsAt } from "../reviews/standings.source.js";

type Viewer = { teamId: string; memberId: string };

/** Whose rows: the team's now (all, or some), the team's at a moment, or one's own marks. */
type Which = { viewer: Viewer; of: "team" | "mine" | Date; only?: readonly string[] };

/** CTEs `people` (id, name, reviews) and `cells` (id, revision, n0…n5). */
function sources({ viewer, of, only }: Which): Prisma.Sql {
  if (of instanceof Date)
    return Prisma.sql`
      then_ as materialized (${standingsAt(viewer.teamId, of)}),
      people as (select id, name, reviews from then_),
      cells as (${countsIn(Prisma.sql`then_`)})`;
  if (of === "mine")
    return Prisma.sql`
      people as (select s.id, c.name, (s.mine_signed or s.mine_draft)::int as reviews
                   from (${sightRows(viewer)}) s
                   join "Candidate" c on c."teamId" = ${viewer.teamId}::uuid and c.id = s.id),
      cells as (${ownCounts(viewer)})`;
  return Prisma.sql`
    people as (select c.id, c.name, coalesce(w.reviews, 0) as reviews
                 from "Candidate" c left join (${teamReviews(viewer.teamId, only)}) w on w.id = c.id
                where c."teamId" = ${viewer.teamId}::uuid and c."revealedAt" is not null
                  and c."archivedAt" is null
                      ${only ? Prisma.sql`and c.id = any(${[...only]}::uuid[])` : Prisma.empty}),
    cells as (${teamCounts(viewer, only ? { only } : {})})`;
}

const bytes = z.instanceof(Uint8Array).nullable();
export const Columns = z.tuple([
  z.object({
    size: z.int(),
    ids: bytes,
    names: z.array(z.string()).nullable(),
    reviews: bytes,
    champions: bytes,
    places: bytes,
    stages: bytes,
    verticals: z.array(z.string().nullable()).nullable(),
    tags: z.array(z.array(z.string())).nullable(),
    counts: bytes,
  }),
]);
export type SnapshotColumns = z.infer<typeof Columns>[0];

/**
 * A whole ranking by columns, which the database lays out itself: rows in the delivered order (n reviews descending,
 * name in one collation, id), numbers big-endian. `places` is each row's place by name, `counts` the six counts of each row,
 * criterion after criterion.
 */
export function snapshotColumns(which: Which, { criteria }: Pick<Rubric, "criteria">): Prisma.Sql {
  const revisions = criteria.map(({ revisionId }) => revisionId);
  return Prisma.sql`
      with ${sources(which)},
      placed as materialized (
        select p.id, p.name, p.reviews, coalesce(h.champions, 0) as champions, c.vertical, c.tags, array_position(enum_range(null::"Stage"), c.stage) - 1 as stage,
               row_number() over (order by p.reviews desc, p.name collate "zh-x-icu", p.id) as row,
               row_number() over (order by p.name collate "zh-x-icu", p.id)::int as place
          from people p join "Candidate" c on c."teamId" = ${which.viewer.teamId}::uuid and c.id = p.id
          left join (select h."candidateId" as id, count(*)::int as champions from "Champion" h
                      where h."teamId" = ${which.viewer.teamId}::uuid group by 1) h on h.id = p.id),
      measured as (select * from unnest(${revisions}::uuid[]) with ordinality as w(revision, position))
      select count(*)::int as size,
             string_agg(uuid_send(id), ''::bytea order by row) as ids,
             json_agg(name order by row) as names,
             string_agg(int4send(reviews), ''::bytea order by row) as reviews,
             string_agg(int4send(champions), ''::bytea order by row) as champions,
             string_agg(int4send(place), ''::bytea order by row) as places,
             string_agg(int4send(stage), ''::bytea order by row) as stages,
             json_agg(vertical order by row) as verticals,
             json_agg(tags order by row) as tags,
             (select string_agg(int2send(coalesce(x.n0, 0)::int2) || int2send(coalesce(x.n1, 0)::int2)
                             || int2send(coalesce(x.n2, 0)::int2) || int2send(coalesce(x.n3, 0)::int2)
                             || int2send(coalesce(x.n4, 0)::int2) || int2send(coalesce(x.n5, 0)::int2),
                               ''::bytea order by w.position, p.row)
                from measured w cross join placed p
                left join cells x on x.id = p.id and x.revision = w.revision) as counts
        from placed`;
}

const SixCounts = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int()]);
const Now = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    reviews: z.int(),
    champions: z.int(),
    stage: z.int(),
    vertical: z.string().nullable(),
    tags: z.array(z.string()),
    counts: z.record(z.string(), SixCounts).nullable(),
  }),
);
/** A candidate as it stands in the team's ranking; its six counts by criterion revision. */
export type RowNow = z.infer<typeof Now>[number];

/** Those of some candidates that the team's ranking shows by now. */
export const rowsNow = async (
  db: ReadDb,
  viewer: Viewer,
  only: readonly string[],
): Promise<RowNow[]> =>
  Now.parse(
    await db.$queryRaw`
      with ${sources({ viewer, of: "team", only })}
      select p.id::text, p.name, p.reviews, c.vertical, c.tags,
             array_position(enum_range(null::"Stage"), c.stage) - 1 as stage,
             (select count(*)::int from "Champion" h
               where h."teamId" = ${viewer.teamId}::uuid and h."candidateId" = p.id) as champions,
             (select jsonb_object_agg(x.revision, jsonb_build_array(x.n0, x.n1, x.n2, x.n3, x.n4, x.n5))
                from cells x where x.id = p.id) as counts
        from people p join "Candidate" c on c."teamId" = ${viewer.teamId}::uuid and c.id = p.id`,
  );

const Horizon = z.tuple([z.object({ horizon: z.string() })]);

/** Which transactions are seen by now: what isn't among them is still to come. */
export async function horizonOf(db: ReadDb): Promise<string> {
  const [{ horizon }] = Horizon.parse(
    await db.$queryRaw`select pg_current_snapshot()::text as horizon`,
  );
  return horizon;
}

const Stirred = z.tuple([
  z.object({ horizon: z.string(), later: z.boolean(), ids: z.array(z.string()) }),
]);

/**
 * The candidates that transactions have stirred which a horizon did not see, at most so many; and the new horizon. It
 * isn't later where the database was put back to what it was before.
 */
export async function stirredSince(db: ReadDb, teamId: string, horizon: string, most: number) {
  const [found] = Stirred.parse(
    await db.$queryRaw`
      select pg_current_snapshot()::text as horizon,
             pg_snapshot_xmax(pg_current_snapshot()) >= pg_snapshot_xmax(${horizon}::text::pg_snapshot) as later,
             array(select distinct s."candidateId"::text from "Stirred" s
                    where s."teamId" = ${teamId}::uuid
                      and s.xact >= pg_snapshot_xmin(${horizon}::text::pg_snapshot)::text::bigint
                      and not pg_visible_in_snapshot(s.xact::text::xid8, ${horizon}::text::pg_snapshot)
                    limit ${most}) as ids`,
  );
  return found;
}

export const States = z.array(z.object({ pulse: z.string(), recused: z.array(z.string()) }));

/** For each viewer how often anything of their team was recorded, and from whom they stepped back. */
export const statesOf = (
  viewers: readonly Viewer[],
): Prisma.Sql => Prisma.sql`/* prepared: ranking states */
  select (select coalesce(sum(p.beats), 0)::text from "Pulse" p where p."teamId" = q.team) as pulse,
         array(select x.id::text from (${recusalsOf(Prisma.sql`q.team`, Prisma.sql`q.member`)}) x) as recused
    from unnest(${viewers.map(({ teamId }) => teamId)}::uuid[], ${viewers.map(({ memberId }) => memberId)}::uuid[])
         with ordinality as q(team, member, place)
   order by q.place`;

const Facts = z.object({
  id: z.string(),
  thesis: z.string().nullable(),
  thinWrapper: z.boolean(),
  qualityNow: z.int().nullable(),
  pathTo90: z.string().nullable(),
  partners: z.string().nullable(),
  regulatedBuyer: z.boolean(),
  deployment: z.enum(["api", "vpc", "on-prem", "edge"]).nullable(),
  champions: z.int(),
  firstHandTrials: z.int(),
});
export type RowFacts = z.infer<typeof Facts>;
export const FactRows = z.array(Facts);

/** What a page shows of its rows beside their figures. */
export const factsOf = (
  teamId: string,
  ids: readonly string[],
): Prisma.Sql => Prisma.sql`/* prepared: row facts */
      select c.id::text, c.thesis, c."thinWrapper", c."qualityNow", c."pathTo90", c.partners,
             c."regulatedBuyer", c.deployment,
             (select count(*)::int from "Champion" h where h."teamId" = c."teamId" and h."candidateId" = c.id) as champions,
             (select count(*)::int from "Trial" t where t."teamId" = c."teamId"
                 and t."candidateId" = c.id and t.status = 'first-hand') as "firstHandTrials"
        from "Candidate" c
       where c."teamId" = ${teamId}::uuid and c.id = any(${[...ids]}::uuid[])`;

export const Found = z.tuple([z.object({ ids: bytes })]);

/** The candidates of a team that a condition on `"Candidate" c` selects, 16 bytes each. */
export const idsWhere = (teamId: string, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select string_agg(uuid_send(c.id), ''::bytea) as ids from "Candidate" c
   where c."teamId" = ${teamId}::uuid and c."archivedAt" is null and ${condition}`;
