import { solveSymmetric } from "../calibration/solve.js";

/** `a` was set against `b`: 1 = a was chosen, 0 = b, 0.5 = they are as good. `handicap` is a head start of `a`. */
export interface Comparison {
  a: number;
  b: number;
  handicap: number;
  outcome: number;
}

export interface Worths {
  /** On the logistic scale; they sum to 0. */
  worth: readonly number[];
  /** The chance that `a` is chosen over `b`, in view of what is not known yet. */
  chanceOf(a: number, b: number, handicap?: number): number;
  /** What asking would teach, in nats. */
  gainOf(a: number, b: number, handicap?: number): number;
}

const rounds = 50;
const longestStep = 2;
const settled = 1e-9;

/**
 * What things are worth, from comparisons two at a time: Bradley and Terry's model with a normal prior.
 *
 *   P(a chosen) = σ(θ_a − θ_b + h)      θ ~ N(0, deviation²)      σ(x) = 1 / (1 + e⁻ˣ)
 *   θ = where the posterior is highest (Newton), its covariance C = the inverse of the curvature there
 *   v = C_aa + C_bb − 2·C_ab
 *   chance = σ((θ_a − θ_b + h) / √(1 + π·v / 8))        gain = ½·ln(1 + p·(1 − p)·v)
 *
 * Range: chance 0-1, gain ≥ 0; without comparisons every θ is 0. Errors: none for places within `size` and a deviation
 * above 0. Cost: size³ a round of Newton, at most 50. Sources: R. Bradley and M. Terry, Biometrika 39, 1952; D. MacKay,
 * The evidence framework applied to classification networks, 1992 (chance); D-optimal design (gain).
 */
export function worthsOf(
  size: number,
  comparisons: readonly Comparison[],
  deviation: number,
): Worths {
  const precision = 1 / deviation ** 2;
  let worth = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round += 1) {
    const { curvature, slope } = around(worth, comparisons, precision);
    const { x: step } = solveSymmetric(curvature, precision, slope);
    const longest = Math.max(0, ...step.map(Math.abs));
    const damped = Math.min(1, longestStep / longest);
    worth = worth.map((one, at) => one + damped * (step[at] ?? 0));
    if (longest < settled) break;
  }
  const { curvature } = around(worth, comparisons, precision);
  const covariance = worth.map((_, at) => {
    const unit = worth.map((__, place) => Number(place === at));
    return solveSymmetric(curvature, precision, unit).x;
  });
  const of = (a: number, b: number) => covariance[a]?.[b] ?? 0;
  const variance = (a: number, b: number) => of(a, a) + of(b, b) - 2 * of(a, b);
  const lead = (a: number, b: number, handicap: number) =>
    (worth[a] ?? 0) - (worth[b] ?? 0) + handicap;
  const chanceOf = (a: number, b: number, handicap = 0) =>
    logistic(lead(a, b, handicap) / Math.sqrt(1 + (Math.PI * variance(a, b)) / 8));
  return {
    worth,
    chanceOf,
    gainOf: (a, b, handicap = 0) => {
      const p = chanceOf(a, b, handicap);
      return Math.log(1 + p * (1 - p) * variance(a, b)) / 2;
    },
  };
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Curvature without the prior's, and the slope with it. */
function around(worth: readonly number[], comparisons: readonly Comparison[], precision: number) {
  const slope = worth.map((one) => -precision * one);
  const curvature = worth.map(() => new Array<number>(worth.length).fill(0));
  const add = (row: number, column: number, amount: number) => {
    const line = curvature[row];
    if (line) line[column] = (line[column] ?? 0) + amount;
  };
  for (const { a, b, handicap, outcome } of comparisons) {
    const p = logistic((worth[a] ?? 0) - (worth[b] ?? 0) + handicap);
    const [push, bend] = [outcome - p, p * (1 - p)];
    slope[a] = (slope[a] ?? 0) + push;
    slope[b] = (slope[b] ?? 0) - push;
    add(a, a, bend);
    add(b, b, bend);
    add(a, b, -bend);
    add(b, a, -bend);
  }
  return { curvature, slope };
}

/** The first of those that teach most; what differs by a rounding alone counts as equal. */
export function mostTelling<T>(options: Iterable<T>, gainOf: (option: T) => number): T | null {
  let best: { option: T; gain: number } | null = null;
  for (const option of options) {
    const gain = gainOf(option);
    if (!best || gain > best.gain + settled) best = { option, gain };
  }
  return best?.option ?? null;
}
