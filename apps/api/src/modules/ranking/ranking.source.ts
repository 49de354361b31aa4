import type { Scope } from "@highwater/shared/ranking/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import type { Weights } from "@highwater/shared/rubrics/weights";
import { Prisma } from "../../generated/prisma/client.js";
import { ownCounts, sightRows, teamCounts } from "../reviews/reviews.source.js";

export interface Question {
  viewer: { teamId: string; memberId: string };
  scope: Scope;
  criteria: readonly Criterion[];
  weights: Weights;
  /** Hidden candidates too: for the full copy that the host makes, and nobody else. */
  whole?: boolean;
}

/**
 * CTEs `sights`, `cells` and `ranked`: who stands where in the whole scope, before any filter.
 * The total is computed in double precision by the very steps of `total()` in packages/shared,
 * in the rubric's order, so that both give the same bits.
 */
export function ranked({ viewer, scope, criteria, weights, whole = false }: Question): Prisma.Sql {
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
        from (${team ? teamCounts(viewer, { whole }) : ownCounts(viewer)}) x
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
export const masked = Prisma.sql`
  select r.id, r.revealed, r.recused, r.opened, r.mine_signed, r.mine_draft, r.signed,
         case when not r.masked then r.rank end as rank,
         case when not r.masked then r.total end as total,
         case when not r.masked then r.counts end as counts,
         case when not r.masked then r.means end as means,
         case when r.masked then 0 else r.reviews end as reviews
    from ranked r`;

/** By name, in the one collation that breaks ties. */
export const byName = Prisma.sql`c.name collate "zh-x-icu"`;
