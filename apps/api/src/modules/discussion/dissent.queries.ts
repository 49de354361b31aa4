import {
  DissentItem,
  type DissentPage,
  type DissentQuery,
} from "@highwater/shared/discussion/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { byName, masked, type Question, ranked } from "../ranking/ranking.source.js";

const Rows = z.array(
  DissentItem.extend({ number: z.number().nullable(), count: z.int(), open: z.boolean() }),
);
const After = z.tuple([z.number().or(z.null()), z.string(), z.uuid()]);

const level = (first: Prisma.Sql) =>
  Prisma.sql`(select ${first} from unnest(array[n0, n1, n2, n3, n4, n5]) with ordinality as l(given, place)
               where given > 0)`;

/** What the team differs over, criterion by criterion, and who backs what. */
const disputes = (teamId: string) => Prisma.sql`
  disputes as (
    select d."candidateId" as id, max(coalesce(x.spread, 0)) as spread,
           bool_or(d."settledAt" is null) as open,
           jsonb_agg(jsonb_build_object('criterion', d.criterion, 'spread', coalesce(x.spread, 0),
             'settledAt', to_char(d."settledAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
             order by d.criterion) as criteria
      from "Disagreement" d
      left join (select id, key, (${level(Prisma.sql`max(place) - min(place)`)})::int as spread
                   from cells) x on x.id = d."candidateId" and x.key = d.criterion
     where d."teamId" = ${teamId}::uuid group by 1),
  backed as (
    select h."candidateId" as id, count(*)::int as championed,
           jsonb_agg(jsonb_build_object('id', p.id, 'name', coalesce(u.name, p.name))
                     order by h.at, h."memberId") as champions
      from "Champion" h
      join "Member" p on p."teamId" = h."teamId" and p.id = h."memberId"
      left join "User" u on u.id = p."userId"
     where h."teamId" = ${teamId}::uuid group by 1)`;

/** Of a sort by a figure what it compares, always ascending; what has none comes last either way. */
function numberOf(sort: DissentQuery["sort"]): Prisma.Sql {
  const back = sort.startsWith("-");
  const figure = {
    spread: Prisma.sql`c.spread::float8`,
    championed: Prisma.sql`c.championed::float8`,
    total: Prisma.sql`c.total`,
    name: Prisma.sql`0::float8`,
  }[sort.replace("-", "") as "spread"];
  return Prisma.sql`coalesce(${back ? Prisma.sql`-(${figure})` : figure}, 'Infinity')`;
}

/** The view 非共识: what is revealed and in dispute, or backed by somebody. Never what the viewer is recused from. */
export async function dissentPage(
  db: ReadDb,
  question: Question,
  { sort, open, cursor, limit }: DissentQuery,
): Promise<DissentPage> {
  const { teamId } = question.viewer;
  const seal = `dissent ${sort} ${open}`;
  const after = decodeCursor(cursor, seal, After);
  const number = numberOf(sort);
  const [than, way] =
    sort === "-name" ? [Prisma.sql`<`, Prisma.sql`desc`] : [Prisma.sql`>`, Prisma.sql`asc`];
  const beyond = after
    ? Prisma.sql`(${number}, ${byName}, c.id) ${than} (coalesce(${after[0]}::float8, 'Infinity'), ${after[1]}, ${after[2]}::uuid)`
    : Prisma.sql`true`;
  const rows = Rows.parse(
    await db.$queryRaw`
      with ${ranked(question)}, m as (${masked}), ${disputes(teamId)},
      wanted as (
        select c.id, c.name, c.thesis, c.stage::text as stage, m.rank, m.total,
               coalesce(d.spread, 0) as spread, coalesce(d.criteria, '[]') as criteria,
               coalesce(k.champions, '[]') as champions, coalesce(k.championed, 0) as championed,
               coalesce(d.open, false) or k.id is not null as open
          from m join "Candidate" c on c."teamId" = ${teamId}::uuid and c.id = m.id
          left join disputes d on d.id = m.id
          left join backed k on k.id = m.id
         where m.revealed and not m.recused and (d.id is not null or k.id is not null)
           and (not ${open} or d.open or k.id is not null))
      select c.*, nullif(${number}, 'Infinity') as number,
             (select count(*)::int from wanted) as count
        from wanted c where ${beyond}
       order by ${number}, ${byName} ${way}, c.id ${way} limit ${limit + 1}`,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last;
  return {
    items: items.map((row) => DissentItem.parse(row)),
    count: rows[0]?.count ?? 0,
    nextCursor: more ? encodeCursor(seal, [last.number, last.name, last.id]) : null,
  };
}
