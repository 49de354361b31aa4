import type { TeamScore } from "./contract.js";

/** How many reviewers gave each level: `counts[k]` reviewers gave `k`, for k = 0…5. */
export type Counts = readonly [number, number, number, number, number, number];

/**
 * Counts the scores of one criterion.
 *
 *   n_k = how many scores equal k
 *
 * Units: reviewers. Range: scores are the integers 0-5; "not assessed" is no score and must be left out.
 * Errors: RangeError on any other number. Source: docs/rubric.md, "Team score".
 */
export function countsOf(scores: readonly number[]): Counts {
  const counts: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (const score of scores) {
    const before = counts[score];
    if (before === undefined)
      throw new RangeError(`A score is an integer from 0 to 5, not ${score}.`);
    counts[score] = before + 1;
  }
  return counts;
}

/** The counts of two disjoint sets of reviews together: n_k = a_k + b_k. */
export const addCounts = (a: Counts, b: Counts): Counts => [
  a[0] + b[0],
  a[1] + b[1],
  a[2] + b[2],
  a[3] + b[3],
  a[4] + b[4],
  a[5] + b[5],
];

/** The score at place `index` (from 0) when all scores stand in ascending order. */
function scoreAt(counts: Counts, index: number): number {
  let passed = 0;
  return counts.findIndex((count) => {
    passed += count;
    return passed > index;
  });
}

/**
 * The team score of one criterion, exactly, from its six counts.
 *
 *   n = Σ n_k   mean = Σ k·n_k / n   median = the middle score, or the mean of the two middle ones
 *   spread = max − min   deviation = √((n·Σ k²·n_k − (Σ k·n_k)²) / (n·(n − 1)))
 *
 * Units: levels. Ranges: mean, median 0-5; spread the integers 0-5; deviation 0-3.54, null below two
 * scores. Null when nobody scored. Every sum is of integers, so nothing is rounded before the last
 * division (and root): a recomputation, or SQL in double precision, equals to the last bit.
 * Errors: none for counts that are integers of 0 or more. Source: docs/rubric.md, "Team score".
 */
export function teamScore(counts: Counts): TeamScore | null {
  let [n, sum, squares] = [0, 0, 0];
  counts.forEach((count, level) => {
    n += count;
    sum += level * count;
    squares += level * level * count;
  });
  if (n === 0) return null;
  return {
    mean: sum / n,
    median: (scoreAt(counts, Math.floor((n - 1) / 2)) + scoreAt(counts, Math.floor(n / 2))) / 2,
    spread: scoreAt(counts, n - 1) - scoreAt(counts, 0),
    deviation: n < 2 ? null : Math.sqrt((n * squares - sum * sum) / (n * (n - 1))),
    n,
    counts: [...counts],
  };
}
