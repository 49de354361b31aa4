import { rank } from "../ranking/rank.js";
import { total, type Weighable } from "../ranking/total.js";
import type { Weights } from "../rubrics/weights.js";
import type { Leniencies } from "./contract.js";
import { leastReviews, leniencyOf, type Mark } from "./leniency.js";

/** One candidate and the scores that count, in the ranking's tie-break order. */
export interface Reviewed {
  id: string;
  name: string;
  scores: readonly { reviewer: string; criterion: string; level: number }[];
}

type Adjusted = Omit<Leniencies, "candidates" | "more" | "mine"> & {
  reviewsOf(reviewer: string): number;
  /** Null below `leastReviews`. */
  leniencyOf(reviewer: string): number | null;
};

const mostItems = 100;

/**
 * The ranking raw and adjusted.
 *
 *   adjusted mean = clamp(mean − mean of its reviewers' leniency, 0, 5)      + where the criterion is a risk
 *   total and rank as ever: `total()`, `rank()`
 *
 * Reviewers with fewer than five reviewed candidates count with a leniency of 0. Units: points 0-100. Errors: none.
 * Cost: that of `leniencyOf`. Source: docs/lab.md.
 */
export function adjusted(
  rows: readonly Reviewed[],
  criteria: readonly Weighable[],
  weights: Weights,
): Adjusted {
  const reviews = reviewCounts(rows);
  const found = leniencyOf(marksOf(rows, criteria));
  const enough = (reviewer: string) => (reviews.get(reviewer) ?? 0) >= leastReviews;
  const effectOf = (reviewer: string) =>
    enough(reviewer) ? (found.effects.get(reviewer) ?? 0) : 0;
  const raw = totals(rows, criteria, weights, () => 0);
  const moved = new Map(totals(rows, criteria, weights, effectOf).map((row) => [row.id, row]));
  const known = [...reviews.keys()].filter(enough).length;
  return {
    reviewers: known,
    tooFew: reviews.size - known,
    reviewerDeviation: found.reviewerDeviation,
    noiseDeviation: found.noiseDeviation,
    items: raw.slice(0, mostItems).map((row) => ({
      ...{ id: row.id, name: row.name },
      raw: place(row),
      adjusted: place(moved.get(row.id) ?? row),
    })),
    reviewsOf: (reviewer) => reviews.get(reviewer) ?? 0,
    leniencyOf: (reviewer) => (enough(reviewer) ? effectOf(reviewer) : null),
  };
}

const place = ({ rank: at, total: points }: { rank: number | null; total: number | null }) => ({
  rank: at,
  total: points,
});

function reviewCounts(rows: readonly Reviewed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { scores } of rows)
    for (const reviewer of new Set(scores.map((score) => score.reviewer)))
      counts.set(reviewer, (counts.get(reviewer) ?? 0) + 1);
  return counts;
}

function marksOf(rows: readonly Reviewed[], criteria: readonly Weighable[]): Mark[] {
  const risks = new Set(criteria.filter(({ inverted }) => inverted).map(({ key }) => key));
  return rows.flatMap(({ id, scores }) =>
    scores.map(({ reviewer, criterion, level }) => ({
      reviewer,
      cell: `${id} ${criterion}`,
      value: risks.has(criterion) ? 5 - level : level,
    })),
  );
}

function totals(
  rows: readonly Reviewed[],
  criteria: readonly Weighable[],
  weights: Weights,
  effectOf: (reviewer: string) => number,
) {
  return rank(
    rows.map(({ id, name, scores }) => {
      const means = Object.fromEntries(
        criteria.map(({ key, inverted }) => {
          const given = scores.filter(({ criterion }) => criterion === key);
          if (given.length === 0) return [key, null];
          const sum = given.reduce((all, { level }) => all + level, 0);
          const off = given.reduce((all, { reviewer }) => all + effectOf(reviewer), 0);
          const mean = (inverted ? sum + off : sum - off) / given.length;
          return [key, { mean: Math.min(5, Math.max(0, mean)) }];
        }),
      );
      return { id, name, total: total(means, criteria, weights).total };
    }),
  );
}
