import type { Counts } from "../reviews/consensus.js";

/** How far the reviewers of one criterion mean the same by a level. */
export interface Agreement {
  /** 1 = always the same level, 0 = no better than by chance, below 0 = worse; null where it is undefined. */
  alpha: number | null;
  /** Candidates that at least two reviewers scored, and the scores that they gave. */
  units: number;
  scores: number;
}

/** How the distance of two values is taken, as a square. */
export type Metric = "nominal" | "ordinal" | "interval";

/**
 * Krippendorff's α of one criterion, from how many reviewers gave each candidate each level.
 *
 *   α = 1 − (n − 1) · Σ o_ck·δ²_ck / Σ n_c·n_k·δ²_ck
 *   o_ck = Σ over candidates of  n_uc · (n_uk − [c = k]) / (m_u − 1)      m_u = scores of u, at least 2
 *   n_c = Σ_k o_ck        n = Σ n_c
 *   δ²_ck  nominal [c ≠ k]   interval (c − k)²   ordinal (n_c/2 + the levels between + n_k/2)²
 *
 * Who gave which level is not needed, and a missing score is no score: candidates with fewer than two are left out.
 * Range: −∞ < α ≤ 1, in practice −1 to 1. Null below two scores, and where all scores are one level, as nothing could
 * have differed. Errors: none for counts that are integers of 0 or more. Cost: 36 steps a candidate.
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, sections C and D.
 */
export function agreementOf(
  units: Iterable<Counts | readonly number[]>,
  metric: Metric = "ordinal",
): Agreement {
  const seen = [...units].filter((counts) => sumOf(counts) >= 2);
  const levels = Math.max(0, ...seen.map((counts) => counts.length));
  const pairs = Array.from({ length: levels }, () => new Array<number>(levels).fill(0));
  for (const counts of seen) addPairs(pairs, counts);
  const totals = pairs.map(sumOf);
  const n = sumOf(totals);
  let [observed, expected] = [0, 0];
  pairs.forEach((row, c) => {
    row.forEach((pair, k) => {
      const far = distance(metric, totals, c, k);
      observed += pair * far;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * far;
    });
  });
  return {
    alpha: expected > 0 ? 1 - ((n - 1) * observed) / expected : null,
    units: seen.length,
    scores: seen.reduce((sum, counts) => sum + sumOf(counts), 0),
  };
}

const sumOf = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);

function addPairs(pairs: number[][], counts: readonly number[]) {
  const others = sumOf(counts) - 1;
  counts.forEach((mine, c) => {
    const row = pairs[c];
    if (!row || mine === 0) return;
    counts.forEach((theirs, k) => {
      row[k] = (row[k] ?? 0) + (mine * (theirs - Number(c === k))) / others;
    });
  });
}

function distance(metric: Metric, totals: readonly number[], c: number, k: number): number {
  if (c === k) return 0;
  if (metric === "nominal") return 1;
  if (metric === "interval") return (c - k) ** 2;
  const [low, high] = c < k ? [c, k] : [k, c];
  const between = sumOf(totals.slice(low, high + 1));
  return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
}

/** From where on agreement may be relied on, and from where on with caution. Source: Krippendorff 2004, p. 241. */
export const agreementLines = { firm: 0.8, tentative: 0.667 } as const;

/** What may be said of an α. */
export function readingOf(alpha: number | null): "firm" | "tentative" | "weak" | "undefined" {
  if (alpha === null) return "undefined";
  if (alpha >= agreementLines.firm) return "firm";
  return alpha >= agreementLines.tentative ? "tentative" : "weak";
}
