import type {
  CandidateFilter,
  CandidateQuery,
  Facets,
} from "@highwater/shared/candidates/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { candidateView, withDecision } from "./candidate.view.js";
import { fits, selectable, selected, sortKey } from "./candidates.source.js";

/** Whoever changes a candidate, or its team scores, waits here for the one before. */
export async function lockCandidate(tx: Tx, teamId: string, id: string) {
  await tx.$queryRaw`
    select 1 from "Candidate" where "teamId" = ${teamId}::uuid and id = ${id}::uuid for update`;
}

export async function pageOfCandidates(db: ReadDb, teamId: string, query: CandidateQuery) {
  const down = query.sort.startsWith("-");
  const after = decodeCursor(query.cursor, query.sort, z.tuple([z.string(), z.uuid()]));
  const key = sortKey(query.sort.replace("-", ""));
  const beyond = after
    ? Prisma.sql`and (${key}, c.id) ${down ? Prisma.sql`<` : Prisma.sql`>`} (${after[0]}, ${after[1]}::uuid)`
    : Prisma.empty;
  const way = down ? Prisma.sql`desc` : Prisma.sql`asc`;
  const keys = z.array(z.object({ id: z.string(), key: z.string() })).parse(
    await db.$queryRaw`
      select c.id, ${key} as key from "Candidate" c
       where ${selected(teamId, query)} ${beyond}
       order by 2 ${way}, 1 ${way} limit ${query.limit + 1}`,
  );
  const shown = keys.slice(0, query.limit);
  const rows = await db.candidate.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    include: withDecision,
  });
  const byId = new Map(rows.map((row) => [row.id, candidateView(row)]));
  const last = shown.at(-1);
  return {
    items: shown.flatMap(({ id }) => byId.get(id) ?? []),
    count: await countCandidates(db, teamId, query),
    nextCursor:
      keys.length > query.limit && last ? encodeCursor(query.sort, [last.key, last.id]) : null,
  };
}

async function countCandidates(db: ReadDb, teamId: string, filter: CandidateFilter) {
  const [answer] = z.tuple([z.object({ count: z.int() })]).parse(
    await db.$queryRaw`
        select count(*)::int as count from "Candidate" c where ${selected(teamId, filter)}`,
  );
  return answer.count;
}

/** How many each filter selects, in their order: one pass. */
export async function countsOf(db: ReadDb, teamId: string, filters: readonly CandidateFilter[]) {
  if (filters.length === 0) return [];
  const counts = filters.map(
    (filter) => Prisma.sql`(count(*) filter (where ${fits(teamId, filter)}))::int`,
  );
  const [answer] = z.tuple([z.object({ counts: z.array(z.int()) })]).parse(
    await db.$queryRaw`
      select array[${Prisma.join(counts)}] as counts
        from "Candidate" c where ${selectable(teamId)}`,
  );
  return answer.counts;
}

const Used = z
  .array(z.object({ verticals: z.array(z.string()), tags: z.array(z.string()) }))
  .length(1);

export async function facetsOf(db: ReadDb, teamId: string): Promise<Facets> {
  const [used] = Used.parse(
    await db.$queryRaw`
      with live as (
        select vertical, tags from "Candidate" where "teamId" = ${teamId}::uuid and "archivedAt" is null)
      select coalesce((select json_agg(v order by v) from (select distinct vertical v from live where vertical is not null) x), '[]') as verticals,
             coalesce((select json_agg(t order by t) from (select distinct unnest(tags) t from live) y), '[]') as tags`,
  );
  return used ?? { verticals: [], tags: [] };
}
