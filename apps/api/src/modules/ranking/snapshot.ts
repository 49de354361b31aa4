import { type Columns, columnsOf, scoreColumns, weightOf } from "@highwater/shared/ranking/columns";
import type { RankingItem, Sort } from "@highwater/shared/ranking/contract";
import { type Order, orderOf, topColumns } from "@highwater/shared/ranking/order";
import type { Counts } from "@highwater/shared/reviews/consensus";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { type Stage, stages } from "@highwater/shared/stages/contract";
import type { Item, Served } from "../../platform/served.js";
import type { RankedRow } from "./ranking.queries.js";
import { patched } from "./snapshot.patch.js";
import type { RowFacts, RowNow, SnapshotColumns } from "./snapshot.queries.js";
import { bytesOf, decoded, RowIds, type SnapshotRows } from "./snapshot.rows.js";

/** So many orders are kept beside one another: the weights and sorts that a team looks at. */
const keptOrders = 24;

/** A row of a page: what it is made of, the weights that it was made under, and what is sent of it. */
export interface ShownRow {
  row: RankedRow;
  weights: string;
  item: RankingItem;
  sent: Item;
}

/** A row's total and rank; null where it has none. */
export interface Placing {
  total: number | null;
  rank: number | null;
}

/** What was true of the team when the rows were read. */
interface Head {
  /** What its records had come to: as long as they have not gone on, the ranking holds. */
  pulse: string;
  /** Whether a release has been published. */
  tide: boolean;
  /** Which transactions the rows have seen; none where they are not kept up to date. */
  horizon?: string | undefined;
}

/** A whole ranking in memory: what any weights and any sort are answered from. */
export class Snapshot {
  readonly columns: Columns;
  readonly readAt = performance.now();
  readonly ids: RowIds;
  /** Bytes of pages that have been asked for, by their question; and what pages show of rows. */
  readonly pages = new Map<string, Served>();
  /** Rows as somebody was shown them last. */
  readonly shown = new Map<number, ShownRow>();
  private readonly orders = new Map<string, Order & { totals: Float64Array }>();
  private readonly lists = new Map<string, Uint32Array>();
  private readonly placed = new WeakMap<Uint32Array, Uint32Array>();
  /** How many rows have scores on which criteria. */
  private masks: Map<number, number> | undefined;
  private scratch: Float64Array | undefined;

  constructor(
    readonly rubric: Rubric,
    readonly head: Head,
    readonly rows: SnapshotRows,
    readonly facts: Map<number, RowFacts | null> = new Map(),
  ) {
    this.ids = new RowIds(rows.ids);
    this.columns = columnsOf(rows.size, rubric.criteria, this.counted());
  }

  static of(rubric: Rubric, head: Head, from: SnapshotColumns): Snapshot {
    return new Snapshot(rubric, head, decoded(from));
  }

  /** The same ranking after some candidates were stirred, of whom these are in it by now. */
  stirred(head: Head, ids: readonly string[], now: readonly RowNow[]): Snapshot {
    const { rubric } = this;
    const out = new Set(this.ids.rowsOf(Buffer.concat(ids.map(bytesOf))));
    const into = now.map(({ id, counts, ...row }) => {
      const was = this.ids.rowOf(id);
      return {
        ...row,
        id: bytesOf(id),
        was: was !== undefined && this.rows.names[was] === row.name ? was : undefined,
        counts: rubric.criteria.map(({ revisionId }) => counts?.[revisionId] ?? uncounted),
      };
    });
    const { rows, now: places } = patched(this.rows, out, into, rubric.criteria.length);
    const facts = new Map<number, RowFacts | null>();
    for (const [row, fact] of this.facts) {
      const place = places[row] as number;
      if (place >= 0) facts.set(place, fact);
    }
    return new Snapshot(rubric, head, rows, facts);
  }

  /** n, Σ and Σ of squares of every row, criterion by criterion. */
  counted() {
    return this.rubric.criteria.map((_, criterion) => {
      const [n, sum, squares] = [0, 0, 0].map(() => new Uint32Array(this.rows.size)) as [
        Uint32Array,
        Uint32Array,
        Uint32Array,
      ];
      let at = criterion * this.rows.size * 6;
      for (let row = 0; row < this.rows.size; row += 1)
        for (let level = 0; level < 6; level += 1, at += 1) {
          const count = this.rows.counts[at] as number;
          n[row] = (n[row] as number) + count;
          sum[row] = (sum[row] as number) + level * count;
          squares[row] = (squares[row] as number) + level * level * count;
        }
      return { n, sum, squares };
    });
  }

  countsAt(criterion: number, row: number): Counts {
    const from = (criterion * this.rows.size + row) * 6;
    const [zeros = 0, ones = 0, twos = 0, threes = 0, fours = 0, fives = 0] =
      this.rows.counts.subarray(from, from + 6);
    return [zeros, ones, twos, threes, fours, fives];
  }

  stageOf = (row: number): Stage => stages[this.rows.stageAt[row] ?? 0] as Stage;

  /** Totals and ranks under weights that stand in the rubric's order. */
  ranked(weights: readonly number[]): Order & { totals: Float64Array } {
    return this.kept(weights.join(), () => {
      const totals = scoreColumns(this.columns, weights);
      return { totals, ...orderOf(totals) };
    });
  }

  /** Each row's place under these weights. */
  placing(weights: readonly number[]): (row: number) => Placing {
    const { totals, ranks } = this.ranked(weights);
    return (row) => {
      const total = totals[row] as number;
      return { total: Number.isNaN(total) ? null : total, rank: ranks[row] || null };
    };
  }

  /**
   * The first rows by total and how many are ranked: the beginning of what `ranked` gives, without ranking all the
   * others, which takes ten times as long. None where fewer are ranked.
   */
  first(weights: readonly number[], count: number) {
    const ranked = this.rankedUnder(weights);
    if (ranked < count) return undefined;
    this.scratch ??= new Float64Array(this.rows.size);
    const { rows, totals } = topColumns(this.columns, weights, count, this.scratch);
    const places = new Map<number, Placing>();
    let rank = 0;
    rows.forEach((row, at) => {
      if (at === 0 || totals[at] !== totals[at - 1]) rank = at + 1;
      places.set(row, { total: totals[at] as number, rank });
    });
    return { rows: [...rows], ranked, placing: (row: number) => places.get(row) as Placing };
  }

  /** How many have a score on something that weighs. */
  private rankedUnder(weights: readonly number[]): number {
    if (!this.masks) {
      this.masks = new Map();
      for (const mask of this.columns.masks) this.masks.set(mask, (this.masks.get(mask) ?? 0) + 1);
    }
    let ranked = 0;
    for (const [mask, rows] of this.masks) if (weightOf(mask, weights) > 0) ranked += rows;
    return ranked;
  }

  /**
   * Rows by a sort, from first to last; what a row has none of comes last, ties in the delivered order. Rows in
   * `masked` have no figure.
   */
  sorted(sort: Sort, weights: readonly number[], masked: ReadonlySet<number>): Uint32Array {
    if (sort === "-total" && masked.size === 0) return this.ranked(weights).order;
    const down = sort.startsWith("-");
    const make = () => {
      const figures = this.figures(sort.replace("-", ""), weights, masked);
      return {
        totals: figures,
        ...orderOf(figures.map((figure) => (down ? figure : 100 - figure))),
      };
    };
    const key = `${sort} ${weights.join()} ${[...masked].join()}`;
    return sort.endsWith("name") ? this.byName(down) : this.kept(key, make).order;
  }

  /** What a sort compares, brought to 0-100. */
  figures(key: string, weights: readonly number[], masked: ReadonlySet<number>): Float64Array {
    const { size } = this.rows;
    if (key === "reviews" || key === "champions")
      return Float64Array.from(this.rows[key], (n, row) => (masked.has(row) ? 0 : n) / 1000);
    if (key === "total" && masked.size === 0) return this.ranked(weights).totals;
    const figures = new Float64Array(size);
    const criterion = this.rubric.criteria.findIndex((one) => one.key === key);
    const { totals } = this.ranked(weights);
    for (let row = 0; row < size; row += 1) {
      const counts = key === "total" || masked.has(row) ? [] : this.countsAt(criterion, row);
      figures[row] = masked.has(row)
        ? Number.NaN
        : key === "total"
          ? (totals[row] as number)
          : 20 * meanOf(counts);
    }
    return figures;
  }

  /** Rows of an order that a condition lets through, under a key that says all of both. */
  listed(key: string, order: Uint32Array, passes: (row: number) => boolean): Uint32Array {
    const known = this.lists.get(key);
    if (known) return known;
    const made = order.filter(passes);
    if (this.lists.size >= keptOrders) this.lists.clear();
    this.lists.set(key, made);
    return made;
  }

  /** Each row's place in one of its own lists, counted from 1; 0 where it isn't in it. */
  placesIn(list: Uint32Array): Uint32Array {
    const known = this.placed.get(list);
    if (known) return known;
    const made = new Uint32Array(this.rows.size);
    list.forEach((row, place) => {
      made[row] = place + 1;
    });
    this.placed.set(list, made);
    return made;
  }

  private byName(down: boolean): Uint32Array {
    const order = new Uint32Array(this.rows.size);
    this.rows.places.forEach((place, row) => {
      order[down ? this.rows.size - place : place - 1] = row;
    });
    return order;
  }

  private kept<T extends Order & { totals: Float64Array }>(key: string, make: () => T) {
    const known = this.orders.get(key);
    if (known) return known;
    const made = make();
    if (this.orders.size >= keptOrders) this.orders.clear();
    this.orders.set(key, made);
    return made;
  }
}

function meanOf(counts: readonly number[]): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, level) => sum + level * count, 0) / n;
}

const uncounted: Counts = [0, 0, 0, 0, 0, 0];
