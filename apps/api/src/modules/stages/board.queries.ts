import { BoardCard, type BoardQuery } from "@highwater/shared/stages/board";
import { Stage } from "@highwater/shared/stages/contract";
import { z } from "zod";
import type { ReadDb } from "../../platform/team-scope.js";
import { selected } from "../candidates/candidates.source.js";
import { sightRows } from "../reviews/reviews.source.js";

type Viewer = { teamId: string; memberId: string };
export type Figures = ReadonlyMap<string, { total: number | null; rank: number | null }>;

const Sizes = z.array(z.object({ stage: Stage, count: z.int(), meanTotal: z.number().nullable() }));

/** How many stand in each stage, and the first cards of each. */
export async function boardOf(
  db: ReadDb,
  viewer: Viewer,
  { limit, ...filter }: BoardQuery,
  figures: Figures,
) {
  const ids = [...figures.keys()];
  const totals = [...figures.values()].map(({ total }) => total);
  const where = selected(viewer.teamId, { ...filter, archived: false });
  const sizes = Sizes.parse(
    await db.$queryRaw`
      select c.stage::text as stage, count(*)::int as count, avg(f.total)::float8 as "meanTotal"
        from "Candidate" c
        left join unnest(${ids}::uuid[], ${totals}::float8[]) f(id, total) on f.id = c.id
       where ${where} group by 1`,
  );
  const rows = z.array(BoardCard.omit({ total: true, rank: true })).parse(
    await db.$queryRaw`
      select b.id, b.name, b.vertical, b.stage, b."ownerId", b.revealed, s.signed,
             (select d.outcome::text from "Decision" d where d."teamId" = ${viewer.teamId}::uuid
                 and d."candidateId" = b.id and d."withdrawnAt" is null limit 1) as outcome
        from (select c.id, c.name, c.vertical, c.stage::text as stage, c."ownerId",
                     c."revealedAt" is not null as revealed,
                     row_number() over (partition by c.stage
                       order by f.total desc nulls last, c."createdAt" desc, c.id) as place
                from "Candidate" c
                left join unnest(${ids}::uuid[], ${totals}::float8[]) f(id, total) on f.id = c.id
               where ${where}) b
        join (${sightRows(viewer)}) s on s.id = b.id
       where b.place <= ${limit} order by b.place`,
  );
  return { sizes, rows };
}
