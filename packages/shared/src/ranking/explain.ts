import type { Weights } from "../rubrics/weights.js";
import type { Explanation } from "./contract.js";
import { type TeamScores, total, value, type Weighable } from "./total.js";

type Part = Explanation["parts"][number];

/**
 * What each criterion gives to a total. Criteria without a team score have no part.
 *
 *   points = 100 · w·u / Σ w present      most = 100 · w / Σ w present
 *
 * Units: points of 100. The points sum to the total within 1e-9 (which is rounded, they are not), the
 * `most` to 100. Where every scored criterion weighs 0 the total is null and both are 0.
 * Errors: none. Source: docs/rubric.md, "The total".
 */
export function explain(
  scores: TeamScores,
  criteria: readonly Weighable[],
  weights: Weights,
): { total: number | null; coverage: number; parts: Part[] } {
  const parts = criteria.flatMap(({ key, inverted }): Part[] => {
    const teamScore = scores[key];
    if (!teamScore) return [];
    const weight = weights[key] ?? 0;
    const u = value(teamScore.mean, inverted);
    return [{ criterion: key, weight, inverted, teamScore, value: u, points: 0, most: 0 }];
  });
  const present = parts.reduce((sum, part) => sum + part.weight, 0);
  if (present > 0)
    for (const part of parts) {
      part.points = (100 * part.weight * part.value) / present;
      part.most = (100 * part.weight) / present;
    }
  return { ...total(scores, criteria, weights), parts };
}
