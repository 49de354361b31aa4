import { markets, moats } from "@highwater/shared/candidates/contract";
import { parseSearch, type SearchTerm } from "@highwater/shared/candidates/search";
import type { RankingQuery } from "@highwater/shared/ranking/contract";
import { TeamScore } from "@highwater/shared/reviews/contract";
import { Stage } from "@highwater/shared/stages/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { comparison, termsHold } from "../candidates/candidates.source.js";
import { byName, masked, type Question, ranked } from "./ranking.source.js";
import { sealOf } from "./seal.js";

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
  champions: z.int(),
  firstHandTrials: z.int(),
  revealed: z.boolean(),
  recused: z.boolean(),
  opened: z.boolean(),
  mineSigned: z.boolean(),
  mineDraft: z.boolean(),
  signed: z.int(),
});
export type RankedRow = z.infer<typeof Row>;

/** Who backs it against its total, for whoever sees its revealed reviews. */
const champions = Prisma.sql`
  case when m.revealed and not m.recused then (
    select count(*)::int from "Champion" h where h."teamId" = c."teamId" and h."candidateId" = c.id)
  else 0 end`;

const columns = Prisma.sql`
  c.id, c.name, c.thesis, c.vertical, c.tags, c.stage::text as stage, m.rank, m.total, m.reviews,
  m.counts, c."thinWrapper", c."qualityNow", c."pathTo90", c.partners, c."regulatedBuyer",
  c.deployment, m.revealed, m.recused, m.opened, m.mine_signed as "mineSigned",
  m.mine_draft as "mineDraft", m.signed, ${champions} as champions,
  (select count(*)::int from "Trial" t where t."teamId" = c."teamId"
      and t."candidateId" = c.id and t.status = 'first-hand') as "firstHandTrials"`;

/** What a sort compares, always ascending: numbers turned round for "best first", nothing last. */
function sortNumber(sort: RankingQuery["sort"]): Prisma.Sql {
  const key = sort.replace("-", "");
  const own: Record<string, Prisma.Sql> = {
    total: Prisma.sql`m.total`,
    reviews: Prisma.sql`m.reviews::float8`,
    champions: Prisma.sql`(${champions})::float8`,
  };
  const figure = own[key] ?? Prisma.sql`(m.means ->> ${key})::float8`;
  return Prisma.sql`coalesce(${sort.startsWith("-") ? Prisma.sql`-(${figure})` : figure}, 'Infinity')`;
}

type Filter = Pick<RankingQuery, "q" | "vertical" | "stage" | "tag" | "minTotal">;

/** Of all criteria the widest: from the lowest level that somebody gave to the highest. */
const spread = Prisma.sql`(
  select max(x.wide) from json_each(m.counts) one cross join lateral (
    select max(l.level) - min(l.level) as wide
      from json_array_elements_text(one.value) with ordinality as l(n, level) where l.n <> '0') x)`;

/** A figure of the row, compared: what it has none of is neither more nor less. */
function figureHolds({
  key,
  operator,
  value,
}: Extract<SearchTerm, { kind: "figure" }>): Prisma.Sql {
  const figures: Record<string, Prisma.Sql> = {
    total: Prisma.sql`m.total`,
    reviews: Prisma.sql`m.reviews`,
    spread,
  };
  const figure = figures[key] ?? Prisma.sql`(m.means ->> ${key})::float8`;
  return Prisma.sql`(${figure} ${comparison[operator]} ${value}::float8)`;
}

function filters({ viewer, criteria }: Question, query: Filter): Prisma.Sql {
  const terms = parseSearch(
    query.q ?? "",
    criteria.map(({ key }) => key),
  );
  const { vertical = null, stage = null, tag = null, minTotal = null } = query;
  return Prisma.sql`
    (${vertical}::text is null or c.vertical = ${vertical})
    and (${stage}::text is null or c.stage::text = ${stage})
    and (${tag}::text is null or ${tag} = any(c.tags))
    and (${minTotal}::float8 is null or m.total >= ${minTotal})
    and ${termsHold(viewer.teamId, terms, { viewer, figures: figureHolds })}`;
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
        ? Prisma.sql`(${byName}, c.id) ${than} (${after[0]}, ${after[1]}::uuid)`
        : Prisma.sql`true`,
      by: Prisma.sql`${byName} ${way}, c.id ${way}`,
    };
  }
  const after = decodeCursor(cursor, seal, ByNumber);
  const number = sortNumber(sort);
  return {
    beyond: after
      ? Prisma.sql`(${number}, -m.reviews, ${byName}, c.id) > (${after[0] === null ? Prisma.sql`'Infinity'::float8` : Prisma.sql`${after[0]}::float8`}, ${-after[1]}, ${after[2]}, ${after[3]}::uuid)`
      : Prisma.sql`true`,
    by: Prisma.sql`${number}, -m.reviews, ${byName}, c.id`,
  };
}

const Page = z.array(Row.extend({ sortNumber: z.number().nullable() }));
const Sizes = z.tuple([z.object({ count: z.int(), ranked: z.int() })]);

export async function rankingPage(db: ReadDb, question: Question, query: RankingQuery) {
  const { teamId } = question.viewer;
  const { beyond, by } = paging(query);
  const named = query.sort.endsWith("name");
  const number = named
    ? Prisma.sql`null::float8`
    : Prisma.sql`nullif(${sortNumber(query.sort)}, 'Infinity')`;
  const rows = Page.parse(
    await db.$queryRaw`
      with ${ranked(question)}, m as (${masked})
      select ${columns}, ${number} as "sortNumber"
        from m join "Candidate" c on c."teamId" = ${teamId}::uuid and c.id = m.id
       where ${filters(question, query)} and ${beyond}
       order by ${by} limit ${query.limit + 1}`,
  );
  const [sizes] = Sizes.parse(
    await db.$queryRaw`
      with ${ranked(question)}, m as (${masked})
      select count(*) filter (where ${filters(question, query)})::int as count,
             (select count(rank)::int from ranked) as ranked
        from m join "Candidate" c on c."teamId" = ${teamId}::uuid and c.id = m.id`,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const keys =
    last && (named ? [last.name, last.id] : [last.sortNumber, last.reviews, last.name, last.id]);
  return {
    ...sizes,
    items,
    nextCursor: rows.length > query.limit && keys ? encodeCursor(sealOf(query), keys) : null,
  };
}

/** How many each filter lets through, in the filters' order, and how many of the scope are ranked. */
export async function rankingCounts(db: ReadDb, question: Question, asked: readonly Filter[]) {
  const counts = asked.map(
    (filter) => Prisma.sql`(count(*) filter (where ${filters(question, filter)}))::int`,
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

const Published = z.tuple([z.object({ tide: z.boolean() })]);

/** Whether a release is published: then something is proposed beside the human risks. */
export async function hasTide(db: ReadDb, teamId: string): Promise<boolean> {
  const [{ tide }] = Published.parse(
    await db.$queryRaw`
      select exists (select 1 from "Release" r
                      where r."teamId" = ${teamId}::uuid and r."publishedAt" is not null) as tide`,
  );
  return tide;
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
       order by m.total desc nulls last, m.reviews desc, ${byName}, c.id`,
  );
}
