import { contenders, type Doubt } from "./bounds.js";
import { chanceOf, normalAt } from "./chance.js";
import { type Columns, taken } from "./columns.js";
import type { Errors } from "./errors.js";
import { type Groups, groupsOf, nearby } from "./nearby.js";
import { type Block, sharesOf, Tally } from "./tally.js";

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

/** Rows that a processor keeps near. */
const blockOf = 2048;

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
 * Without `errors`, rows that can reach no target are left out by their bounds, and of the rest in each sample those
 * whose neighbours' ceiling reaches none; the result is that of a full scan, exactly, since a sum of products that is
 * rounded term by term never falls where a value rises. Errors: none. Cost: O(samples · contenders · criteria) at most.
 */
export class Confidence {
  private readonly rows: Uint32Array;
  /** What the rows hold, swayed where there are errors; and the targets' own. */
  private readonly all: Block;
  private readonly groups: Groups | undefined;
  private readonly bounds: Float64Array;
  private readonly own: Block & { values: Float64Array[] };
  private readonly places: Int32Array;
  private readonly chance: () => number;
  /** The targets' totals of one sample. */
  private readonly few: Float64Array;
  private readonly tally: Tally;
  private readonly ranks: number[][];
  private readonly scratch = new Float64Array(blockOf);
  private samples = 0;

  /** How many rows are looked at in each sample. */
  get contenders(): number {
    return this.rows.length;
  }

  constructor(private readonly asked: ConfidenceQuestion) {
    const { columns, weights, doubt, errors, targets, seed } = asked;
    const pruned = !errors && !asked.whole;
    this.rows = pruned
      ? nearby(columns, contenders(columns, weights, doubt, targets))
      : scoredRows(columns);
    this.all = taken(columns, this.rows);
    this.groups = pruned ? groupsOf(this.all) : undefined;
    this.bounds = new Float64Array(this.groups?.ceilings.masks.length ?? 0);
    const at = new Int32Array(columns.size).fill(-1);
    this.rows.forEach((row, place) => {
      at[row] = place;
    });
    this.places = Int32Array.from(targets, (row) => at[row] ?? -1);
    this.own = {
      values: columns.values.map(() => new Float64Array(targets.length)),
      masks: this.places.map((place) => this.all.masks[place] ?? 0),
    };
    this.few = new Float64Array(targets.length);
    this.tally = new Tally(this.rows.length, this.few);
    this.chance = chanceOf(seed);
    this.ranks = Array.from(targets, () => []);
    this.takeOwn();
  }

  /** Draws so many samples more. */
  run(samples: number): this {
    for (let one = 0; one < samples; one += 1) this.draw();
    return this;
  }

  result(): RankConfidence[] {
    const { targets, reviews, top } = this.asked;
    return Array.from(targets, (row, at) => {
      const n = reviews[row] ?? 0;
      const standing = n >= 3 ? "confident" : n === 2 ? "provisional" : "none";
      const ranks = Uint32Array.from(this.ranks[at] ?? []).sort();
      if (standing === "none" || ranks.length === 0)
        return { row, standing, low: null, high: null, inTop: null };
      const point = (share: number) => ranks[Math.floor(share * (ranks.length - 1))] ?? null;
      const first = ranks.filter((rank) => rank <= top).length;
      return { row, standing, low: point(0.05), high: ceiling(ranks), inTop: first / ranks.length };
    });
  }

  private draw() {
    const { asked, own, few, places, tally, scratch } = this;
    const weights = drawWeights(asked.weights, asked.doubt, this.chance);
    if (asked.errors) this.sway(asked.errors);
    sharesOf(own, weights, few);
    // Of targets without a place nobody's rank is counted: they must not be the least.
    places.forEach((place, target) => {
      if (place < 0) few[target] = 1;
    });
    tally.open();
    for (const [from, to] of this.reaching(weights))
      for (let at = from; at < to; at += blockOf) {
        const block = partOf(this.all, at, Math.min(at + blockOf, to));
        tally.add(sharesOf(block, weights, scratch.subarray(0, block.masks.length)));
      }
    tally.ranks().forEach((rank, target) => {
      if ((places[target] as number) >= 0) this.ranks[target]?.push(rank);
    });
    this.samples += 1;
  }

  /** From where to where rows stand of which some may be above a target under these weights. */
  private reaching(weights: readonly number[]): [number, number][] {
    const { groups, bounds } = this;
    const { least } = this.tally;
    if (!groups) return [[0, this.all.masks.length]];
    sharesOf(groups.ceilings, weights, bounds);
    const runs: [number, number][] = [];
    for (let group = 0; group < bounds.length; group += 1) {
      if ((bounds[group] as number) <= least) continue;
      const [from, to] = [groups.starts[group] as number, groups.starts[group + 1] as number];
      const last = runs.at(-1);
      if (last && last[1] === from) last[1] = to;
      else runs.push([from, to]);
    }
    return runs;
  }

  /** Each mean moves by its own draw. */
  private sway(errors: Errors) {
    const { columns, seed } = this.asked;
    columns.values.forEach((column, criterion) => {
      const swayed = this.all.values[criterion] as Float64Array;
      const error = errors[criterion] as Float64Array;
      const draw = this.samples * columns.values.length + criterion;
      this.rows.forEach((row, at) => {
        const off = error[row] as number;
        if (off === 0) return;
        const u = (column[row] as number) + off * normalAt(seed, draw, row);
        swayed[at] = u < 0 ? 0 : u > 1 ? 1 : u;
      });
    });
    this.takeOwn();
  }

  private takeOwn() {
    this.own.values.forEach((own, criterion) => {
      const values = this.all.values[criterion] as Float64Array;
      this.places.forEach((place, target) => {
        own[target] = values[place] ?? 0;
      });
    });
  }
}

const partOf = ({ values, masks }: Block, from: number, to: number): Block => ({
  values: values.map((column) => column.subarray(from, to)),
  masks: masks.subarray(from, to),
});

const scoredRows = ({ size, masks }: Columns): Uint32Array =>
  Uint32Array.from({ length: size }, (_, row) => row).filter((row) => masks[row] !== 0);

/** The 95 % point, towards the safe side. */
const ceiling = (ranks: Uint32Array) => ranks[Math.ceil(0.95 * (ranks.length - 1))] ?? null;
