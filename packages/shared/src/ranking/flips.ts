import { type Columns, weightOf } from "./columns.js";

/** Where a rival overtakes: the weight at which both totals are equal, and how far that is from today's. */
export interface Flip {
  criterion: string;
  /** Beyond it, by however little, the rival leads; in the units of the weights given. */
  weight: number;
  /** `weight` − today's weight, with its sign: up or down. 0 where they are equal today and any change decides. */
  change: number;
  way: "up" | "down";
}

/** Weights one a criterion in the columns' order; no slider goes above `most`. */
export interface Sliders {
  weights: readonly number[];
  most: number;
}

interface Quadratic {
  a: number;
  b: number;
  c: number;
}

const at = ({ a, b, c }: Quadratic, x: number): number => (a * x + b) * x + c;

/** The real roots in ascending order, by the formula that loses no digits; those of a line where a = 0. */
function rootsOf({ a, b, c }: Quadratic): number[] {
  if (a === 0) return b === 0 ? [] : [-c / b];
  const inner = b * b - 4 * a * c;
  if (inner < 0) return [];
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(inner)) / 2;
  const roots = q === 0 ? [0] : [q / a, c / q];
  return roots.sort((one, other) => one - other);
}

/** Σ w·u and Σ w of a row over all criteria but one. */
function restOf({ values, masks }: Columns, row: number, weights: readonly number[], but: number) {
  let points = 0;
  values.forEach((column, criterion) => {
    if (criterion !== but) points += (weights[criterion] ?? 0) * (column[row] ?? 0);
  });
  return { points, weight: weightOf((masks[row] ?? 0) & ~(1 << but), weights) };
}

/** By how much the rival leads, times both divisors, which are above 0: a quadratic in one weight x. */
function leadOf(
  columns: Columns,
  leader: number,
  rival: number,
  weights: readonly number[],
  criterion: number,
) {
  const bit = 1 << criterion;
  const [mine, theirs] = [leader, rival].map((row) => ({
    ...restOf(columns, row, weights, criterion),
    has: (columns.masks[row] ?? 0) & bit ? 1 : 0,
    u: columns.values[criterion]?.[row] ?? 0,
  })) as [Side, Side];
  return {
    a: theirs.u * mine.has - mine.u * theirs.has,
    b:
      theirs.points * mine.has +
      theirs.u * mine.weight -
      mine.points * theirs.has -
      mine.u * theirs.weight,
    c: theirs.points * mine.weight - mine.points * theirs.weight,
  };
}
type Side = { points: number; weight: number; has: number; u: number };

/** Differences below it are rounding: sums of weights of up to 100, times each other. */
const nothing = 1e-9;

/** The nearest place on one side of today from which on the rival is strictly ahead. */
function overtaking(lead: Quadratic, from: number, to: number): number | null {
  const [low, high] = from < to ? [from, to] : [to, from];
  const inside = rootsOf(lead).filter((root) => root > low + nothing && root < high - nothing);
  const stops = [low, ...inside, high];
  if (from > to) stops.reverse();
  for (let one = 0; one + 1 < stops.length; one += 1) {
    const [here, next] = [stops[one] as number, stops[one + 1] as number];
    if (next !== here && at(lead, (here + next) / 2) > nothing * Math.abs(next - here)) return here;
  }
  return null;
}

/**
 * Every single-weight change by which `rival` overtakes `leader`, at most one a criterion and direction, the smallest
 * first. In closed form: with all other weights as they are, weight x of criterion c makes the totals
 *
 *   T(x) = 100 · (A + x·u·p) / (W + x·p)
 *
 * with A = Σ w·u and W = Σ w present over the other criteria, p = 1 where c has a score, else 0. T_rival > T_leader
 * is a quadratic in x; where both lack the same criteria it has the one root x = (A_l − A_r) / (u_r − u_l).
 *
 * Units: those of the weights. Range: 0 to `most`. Empty where no single weight does it. Errors: none.
 * Both rows must have a total today.
 */
export function flipsOf(
  columns: Columns,
  leader: number,
  rival: number,
  { weights, most }: Sliders,
): Flip[] {
  return columns.criteria
    .flatMap(({ key }, criterion) => {
      const today = weights[criterion] ?? 0;
      const lead = leadOf(columns, leader, rival, weights, criterion);
      return (["down", "up"] as const).flatMap((way): Flip[] => {
        const end = way === "up" ? most : 0;
        const weight = end === today ? null : overtaking(lead, today, end);
        return weight === null ? [] : [{ criterion: key, weight, change: weight - today, way }];
      });
    })
    .sort((one, other) => Math.abs(one.change) - Math.abs(other.change));
}

export interface Dethroning extends Flip {
  /** The row that comes first then. */
  rival: number;
}

/**
 * What dethrones the first of an order: the smallest single-weight change that brings any other row above it, or
 * null where none does. Ties of two changes go to the row that stands higher today.
 *
 * `order` holds the rows that have a total, from the highest. Errors: none. Cost: O(rows · criteria).
 */
export function dethroning(
  columns: Columns,
  order: ArrayLike<number>,
  sliders: Sliders,
): Dethroning | null {
  const [leader] = [order[0]];
  if (leader === undefined) return null;
  let least: Dethroning | null = null;
  for (let place = 1; place < order.length; place += 1) {
    const rival = order[place] as number;
    const [flip] = flipsOf(columns, leader, rival, sliders);
    if (flip && (least === null || Math.abs(flip.change) < Math.abs(least.change)))
      least = { ...flip, rival };
  }
  return least;
}

export interface Band {
  criterion: string;
  low: number;
  high: number;
}

/**
 * How far each weight may move, the others as they are, before the first `top` rows of an order change places or let
 * another in. Inside its band (ends included) no row of the top is overtaken by one that stands below it.
 *
 *   low, high = the nearest flips, downwards and upwards, of row k by row k + 1 in the top, and of its last by any other
 *
 * Neighbours suffice: until the first flip nothing else has moved. Units: those of the weights; 0 to `most`.
 * Errors: none. Cost: O(rows · criteria).
 */
export function bandsOf(
  columns: Columns,
  order: ArrayLike<number>,
  top: number,
  sliders: Sliders,
): Band[] {
  const bands = columns.criteria.map(({ key }) => ({ criterion: key, low: 0, high: sliders.most }));
  const byKey = new Map(bands.map((band) => [band.criterion, band]));
  const last = Math.min(top, order.length) - 1;
  for (let below = 1; below < order.length; below += 1) {
    const above = order[Math.min(below - 1, last)] as number;
    for (const { criterion, weight, way } of flipsOf(
      columns,
      above,
      order[below] as number,
      sliders,
    )) {
      const band = byKey.get(criterion);
      if (!band) continue;
      if (way === "up") band.high = Math.min(band.high, weight);
      else band.low = Math.max(band.low, weight);
    }
  }
  return bands;
}
