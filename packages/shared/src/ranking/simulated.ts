import { coreCriteria } from "../rubrics/contract.js";
import { chanceOf, normalAt } from "./chance.js";

/** A made-up portfolio whose truth is known. */
export interface Simulated {
  reviews: number[];
  /** Of each criterion: how many scored, the sum and the sum of squares of their scores. */
  counted: { n: number[]; sum: number[]; squares: number[] }[];
  /** Of each candidate: u (0-1, 1 = best) of each criterion, as endless reviews would find it. */
  truth: number[][];
}

/**
 * Candidates of one hidden quality each, which their criteria share in part; 3-8 reviewers, whose scores are binomial.
 *
 *   p = clamp(0.5 + 0.17·g + 0.14·e, 0.05, 0.95)      score ~ Binomial(5, p), of mean 5p
 *
 * What intervals are tried on: the truth is p (1 − p for a risk). Errors: none.
 */
export function simulated(seed: number, size: number): Simulated {
  const chance = chanceOf(seed);
  const reviews = Array.from({ length: size }, () => 3 + Math.floor(chance() * 6));
  const truth: number[][] = reviews.map(() => []);
  const counted = coreCriteria.map((key, criterion) => {
    const [sum, squares] = [[] as number[], [] as number[]];
    reviews.forEach((n, row) => {
      const own = 0.17 * normalAt(seed, 0, row) + 0.14 * normalAt(seed, 1 + criterion, row);
      const p = Math.min(0.95, Math.max(0.05, 0.5 + own));
      truth[row]?.push(key === "overrun" ? 1 - p : p);
      const scores = Array.from({ length: n }, () => scoreOf(p, chance));
      sum.push(scores.reduce((all, score) => all + score, 0));
      squares.push(scores.reduce((all, score) => all + score * score, 0));
    });
    return { n: reviews, sum, squares };
  });
  return { reviews, counted, truth };
}

function scoreOf(p: number, chance: () => number): number {
  let score = 0;
  for (let level = 0; level < 5; level += 1) score += Number(chance() < p);
  return score;
}
