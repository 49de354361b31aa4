import { contenders, type Doubt } from "./bounds.js";
import { chanceOf, normalAt } from "./chance.js";
import { type Columns, pointsOf, weightOf } from "./columns.js";
import type { Errors } from "./errors.js";

export interface ConfidenceQuestion {
  columns: Columns;
  /** One a criterion; those of weight 0 stay at 0. */
  weights: readonly number[];
  doubt: Doubt;
  /** Left out, reviewers are taken at their word and only the weights are in doubt. */
  errors?: Errors;
  /** How many counted reviews each row has. */
  reviews: ArrayLike<number>;
  /** Rows whose ranks are asked for. */
  targets: ArrayLike<number>;
  /** "Top k" of P(top k). */
  top: number;
  seed: number;
  /** Leave no row out, though it can reach no target: the floor of the bench. */
  whole?: boolean;
}

/** Below three reviews a rank is provisional; of one review there is no confidence at all. */
export type Standing = "confident" | "provisional" | "none";

export interface RankConfidence {
  row: number;
  standing: Standing;
  /** The 5 % and 95 % points of its rank; null where there is none. */
  low: number | null;
  high: number | null;
  /** In what share of the samples it stands among the first `top`. */
  inTop: number | null;
}

/** One sample's weights: each within its box, or gaps between sorted draws, which are all mixes alike likely. */
function drawWeights(weights: readonly number[], doubt: Doubt, chance: () => number): number[] {
  if (doubt.kind === "box")
    return weights.map((weight) => weight * (1 + doubt.share * (2 * chance() - 1)));
  const weighing = weights.filter((weight) => weight > 0);
  const cuts = weighing
    .map(chance)
    .slice(1)
    .sort((a, b) => a - b);
  let at = -1;
  return weights.map((weight) => {
    if (weight === 0) return 0;
    at += 1;
    return (cuts[at] ?? 1) - (cuts[at - 1] ?? 0);
  });
}

/** How many of the ascending numbers are below this one. */
function below(ascending: Float64Array, total: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < total) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Rank confidence by sampling (SMAA, Lahdelma and Salminen 1998/2001): weights are drawn from the doubt about them, each mean
 * moves by its standard error, and the ranks are counted.
 *
 *   u′ = clamp(u + error·z, 0, 1)      T′ = 100 · Σ w′·u′ / Σ w′ present      rank = 1 + how many have a higher T′
 *
 * `low` and `high` are the 5 % and 95 % points of a row's sampled ranks, `inTop` the share of ranks up to `top`. The
 * same seed gives the same answer in Node and in a browser, and for any choice of targets: draws belong to their
 * place, and only + − × ÷ √ are used. Progressive: `run` as often as there is time, and `result` in between.
 *
 * Without `errors`, rows that can reach no target are left out by their bounds, and the result is that of a full
 * scan, exactly. Errors: none. Cost: O(samples · contenders · criteria).
 */
export class Confidence {
  private readonly rows: Uint32Array;
  private readonly values: Float64Array[];
  private readonly masks: Int32Array;
  private readonly places: Int32Array;
  private readonly totals: Float64Array;
  private readonly chance: () => number;
  private readonly ranks: number[][];
  private samples = 0;

  /** How many rows are looked at in each sample. */
  get contenders(): number {
    return this.rows.length;
  }

  constructor(private readonly asked: ConfidenceQuestion) {
    const { columns, weights, doubt, errors, targets, seed } = asked;
    this.rows =
      errors || asked.whole ? scoredRows(columns) : contenders(columns, weights, doubt, targets);
    const taken = this.rows;
    this.values = columns.values.map((column) =>
      Float64Array.from(taken, (row) => column[row] as number),
    );
    this.masks = Int32Array.from(taken, (row) => columns.masks[row] as number);
    const at = new Map([...taken].map((row, place) => [row, place]));
    this.places = Int32Array.from(targets, (row) => at.get(row) ?? -1);
    this.totals = new Float64Array(taken.length);
    this.chance = chanceOf(seed);
    this.ranks = Array.from(targets, () => []);
  }

  /** Draws so many samples more. */
  run(samples: number): this {
    for (let one = 0; one < samples; one += 1) {
      const weights = drawWeights(this.asked.weights, this.asked.doubt, this.chance);
      if (this.asked.errors) this.sway(this.asked.errors);
      this.score(weights);
      this.count();
      this.samples += 1;
    }
    return this;
  }

  result(): RankConfidence[] {
    const { targets, reviews, top } = this.asked;
    return Array.from(targets, (row, at) => {
      const n = reviews[row] ?? 0;
      const standing = n >= 3 ? "confident" : n === 2 ? "provisional" : "none";
      const ranks = [...(this.ranks[at] ?? [])].sort((a, b) => a - b);
      if (standing === "none" || ranks.length === 0)
        return { row, standing, low: null, high: null, inTop: null };
      const point = (share: number) => ranks[Math.floor(share * (ranks.length - 1))] ?? null;
      const first = ranks.filter((rank) => rank <= top).length;
      return { row, standing, low: point(0.05), high: ceiling(ranks), inTop: first / ranks.length };
    });
  }

  /** Each mean moves by its own draw. */
  private sway(errors: Errors) {
    const { columns, seed } = this.asked;
    columns.values.forEach((column, criterion) => {
      const swayed = this.values[criterion] as Float64Array;
      const error = errors[criterion] as Float64Array;
      const draw = this.samples * columns.values.length + criterion;
      this.rows.forEach((row, at) => {
        const off = error[row] as number;
        if (off === 0) return;
        const u = (column[row] as number) + off * normalAt(seed, draw, row);
        swayed[at] = u < 0 ? 0 : u > 1 ? 1 : u;
      });
    });
  }

  private score(weights: readonly number[]) {
    const { totals, masks } = this;
    pointsOf(this.values, weights, totals);
    let [known, present] = [-1, 0];
    for (let at = 0; at < totals.length; at += 1) {
      const mask = masks[at] as number;
      if (mask !== known) {
        known = mask;
        present = weightOf(mask, weights);
      }
      totals[at] = present > 0 ? (totals[at] as number) / present : -1;
    }
  }

  /** Ranks of the targets: how many totals lie above each, by one look of every row into the targets' own order. */
  private count() {
    const { totals, places } = this;
    const own = Float64Array.from(places, (place) => totals[place] ?? -1).sort();
    const above = new Int32Array(own.length + 1);
    const least = own[0] ?? 0;
    for (let at = 0; at < totals.length; at += 1) {
      const total = totals[at] as number;
      if (total <= least) continue;
      const place = below(own, total);
      above[place] = (above[place] as number) + 1;
    }
    for (let at = own.length - 1; at >= 0; at -= 1)
      above[at] = (above[at] as number) + (above[at + 1] as number);
    places.forEach((place, target) => {
      if (place < 0) return;
      const total = totals[place] as number;
      this.ranks[target]?.push(1 + (above[below(own, total) + 1] as number));
    });
  }
}

const scoredRows = ({ size, masks }: Columns): Uint32Array =>
  Uint32Array.from(Array.from({ length: size }, (_, row) => row).filter((row) => masks[row] !== 0));

/** The 95 % point, towards the safe side. */
const ceiling = (ranks: readonly number[]) => ranks[Math.ceil(0.95 * (ranks.length - 1))] ?? null;
