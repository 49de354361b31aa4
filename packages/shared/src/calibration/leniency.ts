import { solveSymmetric } from "./solve.js";

/** One score, turned so that more is better: the level, or 5 − the level where the criterion is a risk. */
export interface Mark {
  reviewer: string;
  /** The candidate and the criterion that it was given to, as one name. */
  cell: string;
  value: number;
}

export interface Leniency {
  /** Levels that a reviewer gives above what others give to the same; 0 for whoever overlaps with nobody. */
  effects: ReadonlyMap<string, number>;
  /** How far reviewers, and single scores, stray: standard deviations in levels. */
  reviewerDeviation: number;
  noiseDeviation: number;
}

/** Reviews that a reviewer needs before anything is said of their leniency. */
export const leastReviews = 5;

/** Of more, only the reviewers with the most scores are looked at, so that the equations stay small. */
export const mostReviewers = 200;

/**
 * How lenient each reviewer is, shrunk towards 0 by how little is known.
 *
 *   score = cell + reviewer + noise      reviewer ~ N(0, σ_b²), noise ~ N(0, σ²), cells free
 *   (A + λ·I)·b = g      λ = σ² / σ_b²      A = diag(n_r) − Σ cells n_r·n_s / n_cell      g_r = Σ (score − mean of cell)
 *
 * The cells are taken out, so that only scores of the same candidate on the same criterion are compared. σ and σ_b come
 * from the data by restricted maximum likelihood (EM, at most 60 rounds): σ² = (Σ (score − cell mean)² − b·g) / (N −
 * cells), σ_b² = (b·b + σ²·trace (A + λ·I)⁻¹) / reviewers.
 *
 * Units: levels 0-5; effects sum to 0. Range: −5 to 5. Without two scores in any cell all effects are 0. Errors: none
 * for finite values. Cost: one pass over the scores, and reviewers³ a round. Sources: C. R. Henderson, Best linear
 * unbiased estimation and prediction under a selection model, Biometrics 31, 1975 (equations); Dempster, Laird and
 * Rubin, 1977 (EM).
 */
export function leniencyOf(marks: readonly Mark[]): Leniency {
  const reviewers = busiest(marks);
  const place = new Map(reviewers.map((reviewer, at) => [reviewer, at]));
  const cells = byCell(marks.filter(({ reviewer }) => place.has(reviewer)));
  const system = equations(cells.values(), place);
  const { b, noise, spread } = estimated(system);
  return {
    effects: new Map(reviewers.map((reviewer, at) => [reviewer, b[at] ?? 0])),
    reviewerDeviation: Math.sqrt(spread),
    noiseDeviation: Math.sqrt(noise),
  };
}

/** The scores of each cell. */
export function byCell(marks: readonly Mark[]): Map<string, Mark[]> {
  const cells = new Map<string, Mark[]>();
  for (const mark of marks) {
    const cell = cells.get(mark.cell);
    if (cell) cell.push(mark);
    else cells.set(mark.cell, [mark]);
  }
  return cells;
}

function busiest(marks: readonly Mark[]): string[] {
  const counts = new Map<string, number>();
  for (const { reviewer } of marks) counts.set(reviewer, (counts.get(reviewer) ?? 0) + 1);
  const known = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return known.slice(0, mostReviewers).map(([reviewer]) => reviewer);
}

interface System {
  a: number[][];
  g: number[];
  /** Σ (score − cell mean)², and how many scores are left when each cell has had its mean. */
  squares: number;
  free: number;
}

function equations(cells: Iterable<readonly Mark[]>, place: ReadonlyMap<string, number>): System {
  const size = place.size;
  const a = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const g = new Array<number>(size).fill(0);
  let [squares, free] = [0, 0];
  for (const marks of cells) {
    if (marks.length < 2) continue;
    const mean = marks.reduce((sum, { value }) => sum + value, 0) / marks.length;
    free += marks.length - 1;
    for (const { reviewer, value } of marks) {
      const r = place.get(reviewer) ?? 0;
      const row = a[r] ?? [];
      g[r] = (g[r] ?? 0) + value - mean;
      squares += (value - mean) ** 2;
      row[r] = (row[r] ?? 0) + 1;
      for (const other of marks) {
        const s = place.get(other.reviewer) ?? 0;
        row[s] = (row[s] ?? 0) - 1 / marks.length;
      }
    }
  }
  return { a, g, squares, free };
}

const rounds = 60;
/** Below this no reviewer strays: their effects could not be seen in any figure on screen. */
const least = 1e-6;

function estimated({ a, g, squares, free }: System) {
  const size = g.length;
  const nothing = { b: new Array<number>(size).fill(0), noise: 0, spread: 0 };
  if (free === 0 || squares === 0) return nothing;
  let noise = squares / free;
  let spread = noise / 2;
  let b = nothing.b;
  for (let round = 0; round < rounds && spread > least; round += 1) {
    const lambda = noise / spread;
    const { x, trace } = solveSymmetric(a, lambda, g);
    b = x;
    const explained = b.reduce((sum, effect, at) => sum + effect * (g[at] ?? 0), 0);
    const next = (b.reduce((sum, effect) => sum + effect * effect, 0) + noise * trace) / size;
    noise = Math.max(least, (squares - explained) / free);
    const moved = Math.abs(next - spread);
    spread = next;
    if (moved < least * spread) break;
  }
  return { b, noise, spread };
}
