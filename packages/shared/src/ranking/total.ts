import type { TeamScore } from "../reviews/contract.js";
import type { Weights } from "../rubrics/weights.js";

/** What the total needs to know of a criterion; in the rubric's order. */
export interface Weighable {
  key: string;
  inverted: boolean;
}

/** Team scores by criterion key; null or absent where nobody scored. */
export type TeamScores = Readonly<Record<string, TeamScore | null>>;

/**
 * How good a mean is, from 0 (worst) to 1 (best).
 *
 *   u = mean / 5, or 1 − mean / 5 where the criterion is a risk
 *
 * Units: mean in levels 0-5, u in shares 0-1. Errors: none. Source: docs/rubric.md (C5: minutes L27-75).
 */
export const value = (mean: number, inverted: boolean): number =>
  inverted ? 1 - mean / 5 : mean / 5;

/**
 * A total as it is compared and shown: to the nearest 1e-9, halves up.
 *
 *   ⌊x·1e9 + 0.5⌋ / 1e9
 *
 * Points 0-100. Errors: none. SQL does the same: `floor(x * 1e9 + 0.5) / 1e9` in double precision.
 */
export const roundTotal = (points: number): number => Math.floor(points * 1e9 + 0.5) / 1e9;

/**
 * The total of a candidate and how much of the rubric it rests on.
 *
 *   total = 100 · Σ w·u / Σ w          over the criteria with a team score
 *   coverage = Σ w present / Σ w all
 *
 * Units: points 0-100 rounded by `roundTotal`; coverage 0-1. The total is null when Σ w present = 0
 * (unscored); coverage is 0 when Σ w all = 0. A fixed scale: nothing of other candidates enters.
 *
 * Order of operations, to be kept wherever this is computed again (SQL): in the criteria's order, from
 * the left, Σ += w·u and Σw += w; then (100 · Σ(w·u)) / Σw; then the rounding. All in double precision.
 *
 * Errors: none for weights that `weightsOf` gave. Source: docs/rubric.md, "The total".
 */
export function total(
  scores: Readonly<Record<string, Pick<TeamScore, "mean"> | null>>,
  criteria: readonly Weighable[],
  weights: Weights,
): { total: number | null; coverage: number } {
  let [sum, present, all] = [0, 0, 0];
  for (const { key, inverted } of criteria) {
    const weight = weights[key] ?? 0;
    all += weight;
    const score = scores[key];
    if (!score) continue;
    present += weight;
    sum += weight * value(score.mean, inverted);
  }
  return {
    total: present > 0 ? roundTotal((100 * sum) / present) : null,
    coverage: all > 0 ? present / all : 0,
  };
}
