import { explain } from "@highwater/shared/ranking/explain";
import { value } from "@highwater/shared/ranking/total";
import { type Counts, teamScore } from "@highwater/shared/reviews/consensus";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { weightsOf } from "@highwater/shared/rubrics/weights";
import { markOf, type Sheet } from "./sheet";

const one = (score: number): Counts =>
  [0, 1, 2, 3, 4, 5].map((level) => Number(level === score)) as unknown as Counts;

/** What one's own sheet comes to so far, by the total that the ranking uses. */
export function ownTotal(sheet: Sheet, rubric: Rubric) {
  const { weights } = weightsOf(rubric, {});
  const scores = Object.fromEntries(
    rubric.criteria.map(({ key }) => {
      const { score } = markOf(sheet, key);
      return [key, typeof score === "number" ? teamScore(one(score)) : null];
    }),
  );
  const { total, coverage } = explain(scores, rubric.criteria, weights);
  return { total, coverage };
}

/** The share of a criterion in the whole rubric, in points of 100, and what a score earns of it. */
export function worth(rubric: Rubric, key: string, score: number) {
  const { weights } = weightsOf(rubric, {});
  const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const criterion = rubric.criteria.find((candidate) => candidate.key === key);
  const most = all > 0 ? (100 * (weights[key] ?? 0)) / all : 0;
  return { points: most * value(score, criterion?.inverted ?? false), most };
}

/** Figures as short as they can be said: 16, 17.5. */
export const short = (points: number) => String(Number(points.toFixed(1)));
