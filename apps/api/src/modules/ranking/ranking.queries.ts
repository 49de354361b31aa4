import { markets, moats } from "@highwater/shared/candidates/contract";
import type { RankingQuery, Scope } from "@highwater/shared/ranking/contract";
import { TeamScore } from "@highwater/shared/reviews/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import type { Weights } from "@highwater/shared/rubrics/weights";
import { Stage } from "@highwater/shared/stages/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { textMatches } from "../candidates/candidates.source.js";
import { ownCounts, sightRows, teamCounts } from "../reviews/reviews.source.js";

export interface Question {
  viewer: { teamId: string; memberId: string };
  scope: Scope;
  criteria: readonly Criterion[];
  weights: Weights;
  /** Hidden candidates too: for the full copy that the host makes, and nobody else. */
  whole?: boolean;
}

const Row = z.object({
  id: z.string(),
  name: z.string(),
  thesis: z.string().nullable(),
  vertical: z.string().nullable(),
  tags: z.array(z.string()),
  stage: Stage,
  rank: z.int().nullable(),
  total: z.number().nullable(),
  reviews: z.int(),
  counts: z.record(z.string(), TeamScore.shape.counts).nullable(),
  thinWrapper: z.boolean(),
  qualityNow: z.int().nullable(),
  pathTo90: z.string().nullable(),
  partners: z.string().nullable(),
  regulatedBuyer: z.boolean(),
  deployment: z.enum(["api", "vpc", "on-prem", "edge"]).nullable(),
  firstHandTrials: z.int(),
  revealed: z.boolean(),
  recused: z.boolean(),
  opened: z.boolean(),
  mineSigned: z.boolean(),
  mineDraft: z.boolean(),
  signed: z.int(),
});
export type RankedRow = z.infer<typeof Row>;

/**
 * CTEs `sights`, `cells` and `ranked`: who stands where in the whole scope, before any filter.
 * The total is computed in double precision by the very steps of `total()` in packages/shared,
 * in the rubric's order, so that both give the same bits.
 */
function ranked({ viewer, scope, criteria, weights, whole = false }: Question): Prisma.Sql {
  const revisions = criteria.map(({ revisionId }) => revisionId);
  const heights = criteria.map(({ key }) => weights[key] ?? 0);
  const keys = criteria.map(({ key }) => key);
  const inverted = criteria.map((criterion) => criterion.inverted);
  const team = scope === "team";
  return Prisma.sql`
    weighing as (
      select * from unnest(${revisions}::uuid[], ${keys}::text[], ${heights}::float8[], ${inverted}::bool[])
        with ordinality as w(revision, key, weight, inverted, position)),
    sights as (${sightRows(viewer)}),
    cells as (
      select x.*, w.*, x.n0 + x.n1 + x.n2 + x.n3 + x.n4 + x.n5 as n,
             (x.n1 + 2 * x.n2 + 3 * x.n3 + 4 * x.n4 + 5 * x.n5)::float8
               / nullif(x.n0 + x.n1 + x.n2 + x.n3 + x.n4 + x.n5, 0) as mean
        from (${team ? teamCounts(viewer, whole) : ownCounts(viewer)}) x
        join weighing w on w.revision = x.revision),
    sums as (
      select id, sum(weight order by position) as present,
             sum(weight * case when inverted then 1 - mean / 5 else mean / 5 end order by position) as points,
             json_object_agg(key, json_build_array(n0, n1, n2, n3, n4, n5)) as counts,
             json_object_agg(key, mean) as means
        from cells where n > 0 group by id),
    totals as (
      select s.*, z.counts, z.means,
             case when z.present > 0 then floor(100 * z.points / z.present * 1e9 + 0.5) / 1e9 end as total,
             case when ${team} then s.signed else (s.mine_signed or s.mine_draft)::int end as reviews
        from sights s left join sums z on z.id = s.id
       where not ${team} or s.revealed or ${whole}),
    ranked as (
      select t.id, t.revealed, t.recused, t.opened, t.mine_signed, t.mine_draft, t.signed,
             t.recused and ${team} as masked,
             case when t.total is not null then (rank() over (order by t.total desc nulls last))::int end as rank,
             t.total, t.counts, t.means, t.reviews
        from totals t)`;
}

/** A recused viewer gets no figure of the candidate, and nothing that depends on one. */
const masked = Prisma.sql`
  select r.id, r.revealed, r.recused, r.opened, r.mine_signed, r.mine_draft, r.signed,
         case when not r.masked then r.rank end as rank,
         case when not r.masked then r.total end as total,
         case when not r.masked then r.counts end as counts,
         case when not r.masked then r.means end as means,
         case when r.masked then 0 else r.reviews end as reviews
    from ranked r`;

const columns = Prisma.sql`
  c.id, c.name, c.thesis, c.vertical, c.tags, c.stage::text as stage, m.rank, m.total, m.reviews,
  m.counts, c."thinWrapper", c."qualityNow", c."pathTo90", c.partners, c."regulatedBuyer",
  c.deployment, m.revealed, m.recused, m.opened, m.mine_signed as "mineSigned",
  m.mine_draft as "mineDraft", m.signed,
  (select count(*)::int from "Trial" t where t."teamId" = c."teamId"
      and t."candidateId" = c.id and t.status = 'first-hand') as "firstHandTrials"`;

const order = Prisma.sql`c.name collate "zh-x-icu"`;

/** What a sort compares, always ascending: numbers turned round for "best first", nothing last. */
function sortNumber(sort: RankingQuery["sort"]): Prisma.Sql {
  const key = sort.replace("-", "");
  const figure =
    key === "total"
      ? Prisma.sql`m.total`
      : key === "reviews"
        ? Prisma.sql`m.reviews::float8`
        : Prisma.sql`(m.means ->> ${key})::float8`;
  return Prisma.sql`coalesce(${sort.startsWith("-") ? Prisma.sql`-(${figure})` : figure}, 'Infinity')`;
}

type Filter = Pick<RankingQuery, "q" | "vertical" | "stage" | "tag" | "minTotal">;

function filters(query: Filter): Prisma.Sql {
  const { vertical = null, stage = null, tag = null, minTotal = null } = query;
  return Prisma.sql`
    (${vertical}::text is null or c.vertical = ${vertical})
    and (${stage}::text is null or c.stage::text = ${stage})
    and (${tag}::text is null or ${tag} = any(c.tags))
    and (${minTotal}::float8 is null or m.total >= ${minTotal})
    and ${textMatches(query.q, Prisma.sql`c`)}`;
}

const ByNumber = z.tuple([z.number().or(z.null()), z.int(), z.string(), z.uuid()]);
const ByName = z.tuple([z.string(), z.uuid()]);

/** Where the page begins and how it runs: total, then reviews, then name in one collation, then id. */
function paging(query: RankingQuery): { beyond: Prisma.Sql; by: Prisma.Sql } {
  const { sort, cursor } = query;
  const seal = sealOf(query);
  if (sort.endsWith("name")) {
    const after = decodeCursor(cursor, seal, ByName);
    const [than, way] =
      sort === "name" ? [Prisma.sql`>`, Prisma.sql`asc`] : [Prisma.sql`<`, Prisma.sql`desc`];
    return {
      beyond: after
        ? Prisma.sql`(${order}, c.id) ${than} (${after[0]}, ${after[1]}::uuid)`
        : Prisma.sql`true`,
      by: Prisma.sql`${order} ${way}, c.id ${way}`,
    };
  }
  const after = decodeCursor(cursor, seal, ByNumber);
  const number = sortNumber(sort);
  return {
    beyond: after
      ? Prisma.sql`(${number}, -m.reviews, ${order}, c.id) > (${after[0] === null ? Prisma.sql`'Infinity'::float8` : Prisma.sql`${after[0]}::float8`}, ${-after[1]}, ${after[2]}, ${after[3]}::uuid)`
      : Prisma.sql`true`,
    by: Prisma.sql`${number}, -m.reviews, ${order}, c.id`,
  };
}

/** A cursor belongs to its scope, weights and sort; another query refuses it. */
const sealOf = ({ scope, preset, weights, sort }: RankingQuery): string =>
  [scope, preset ?? "", weights?.join(",") ?? "", sort].join(" ");

const Page = z.array(Row.extend({ sortNumber: z.number().nullable() }));
const Sizes = z.tuple([z.object({ count: z.int(), ranked: z.int(), tide: z.boolean() })]);

export async function rankingPage(db: ReadDb, question: Question, query: RankingQuery) {
  const { teamId } = question.viewer;
  const { beyond, by } = paging(query);
  const byName = query.sort.endsWith("name");
  const number = byName
    ? Prisma.sql`null::float8`
    : Prisma.sql`nullif(${sortNumber(query.sort)}, 'Infinity')`;
  const rows = Page.parse(
    await db.$queryRaw`
      with ${ranked(question)}, m as (${masked})
      select ${columns}, ${number} as "sortNumber"
        from m join "Candidate" c on c."teamId" = ${teamId}::uuid and c.id = m.id
       where ${filters(query)} and ${beyond}
       order by ${by} limit ${query.limit + 1}`,
  );
  const [sizes] = Sizes.parse(
    await db.$queryRaw`
      with ${ranked(question)}, m as (${masked})
      select count(*) filter (where ${filters(query)})::int as count,
             (select count(rank)::int from ranked) as ranked,
             exists (select 1 from "Release" r where r."teamId" = ${teamId}::uuid
                        and r."publishedAt" is not null) as tide
        from m join "Candidate" c on c."teamId" = ${teamId}::uuid and c.id = m.id`,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const keys =
    last && (byName ? [last.name, last.id] : [last.sortNumber, last.reviews, last.name, last.id]);
  return {
    ...sizes,
    items,
    nextCursor:
      rows.length > query.limit && keys ? encodeCursor(sealOf(query), keys as string[]) : null,
  };
}

/** How many each filter lets through, in the filters' order, and how many of the scope are ranked. */
export async function rankingCounts(db: ReadDb, question: Question, asked: readonly Filter[]) {
  const counts = asked.map(
    (filter) => Prisma.sql`(count(*) filter (where ${filters(filter)}))::int`,
  );
  const [answer] = z.tuple([z.object({ counts: z.array(z.int()), ranked: z.int() })]).parse(
    await db.$queryRaw`
      with ${ranked(question)}, m as (${masked})
      select array[${Prisma.join(counts)}] as counts, (select count(rank)::int from ranked) as ranked
        from m join "Candidate" c on c."teamId" = ${question.viewer.teamId}::uuid and c.id = m.id`,
  );
  return answer;
}

/** One candidate's row of the same ranking, or none where the scope has no such candidate. */
export async function rankingRow(db: ReadDb, question: Question, id: string) {
  const rows = z.array(Row.extend({ of: z.int() })).parse(
    await db.$queryRaw`
      with ${ranked(question)}, m as (${masked})
      select ${columns}, (select count(rank)::int from ranked) as of
        from m join "Candidate" c on c."teamId" = ${question.viewer.teamId}::uuid and c.id = m.id
       where c.id = ${id}::uuid`,
  );
  return rows[0] ?? null;
}

const Figures = z.object({
  id: z.string(),
  rank: z.int().nullable(),
  total: z.number().nullable(),
  reviews: z.int(),
  means: z.record(z.string(), z.number()).nullable(),
});

/** The figures of every candidate that has any, and no more of it. */
export async function figuresOf(db: ReadDb, question: Question) {
  return z.array(Figures).parse(
    await db.$queryRaw`
      with ${ranked(question)}, m as (${masked})
      select m.id, m.rank, m.total, m.reviews, m.means from m where m.total is not null`,
  );
}

const Whole = z.array(
  Row.pick({ id: true, name: true, vertical: true, thinWrapper: true, counts: true }).extend({
    market: z.enum(markets).nullable(),
    moats: z.array(z.enum(moats)),
    modelStrategy: z.string().nullable(),
    masked: z.boolean(),
  }),
);

/** Everybody of the scope, those without a total too, in the order of the ranking; `masked` are not for this viewer. */
export async function wholeScope(db: ReadDb, question: Question) {
  return Whole.parse(
    await db.$queryRaw`
      with ${ranked(question)}
      select c.id, c.name, c.vertical, c.market, c.moats, c."modelStrategy", c."thinWrapper", m.counts, m.masked
        from ranked m join "Candidate" c on c."teamId" = ${question.viewer.teamId}::uuid and c.id = m.id
       order by m.total desc nulls last, m.reviews desc, ${order}, c.id`,
  );
}
