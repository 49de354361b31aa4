import type { RankingQuery } from "@highwater/shared/ranking/contract";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import { sealOf } from "./seal.js";
import type { Snapshot } from "./snapshot.js";

const Key = z.tuple([z.number().nullable(), z.int(), z.string(), z.uuid()]);
type Key = z.infer<typeof Key>;

export interface TeamPage {
  rows: number[];
  count: number;
  ranked: number;
  nextCursor: string | null;
}

const byName = new Intl.Collator("zh");

/** Cuts pages out of a sorted snapshot. Where its last row has moved meanwhile, a cursor means the place it had. */
class Pages {
  private readonly order: Uint32Array;
  private readonly figures: Float64Array;
  private readonly down: boolean;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly query: RankingQuery,
    weights: readonly number[],
    private readonly masked: ReadonlySet<number>,
  ) {
    this.down = query.sort.startsWith("-");
    this.order = snapshot.sorted(query.sort, weights, masked);
    this.figures = query.sort.endsWith("name")
      ? new Float64Array(snapshot.size)
      : snapshot.figures(query.sort.replace("-", ""), weights, masked);
  }

  /** Without a condition nothing need be counted. */
  cut(passes: ((row: number) => boolean) | null): Omit<TeamPage, "ranked"> {
    const { query, order } = this;
    const after = decodeCursor(query.cursor, sealOf(query), Key);
    const rows: number[] = [];
    const from = after ? this.placeAfter(after) : 0;
    let count = passes ? 0 : order.length;
    if (!passes) rows.push(...order.subarray(from, from + query.limit + 1));
    else
      order.forEach((row, place) => {
        if (!passes(row)) return;
        count += 1;
        if (place >= from && rows.length <= query.limit) rows.push(row);
      });
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    return {
      rows: items,
      count,
      nextCursor: more ? encodeCursor(sealOf(query), this.keyOf(last) as string[]) : null,
    };
  }

  private keyOf(row: number): Key {
    const { snapshot, figures, masked } = this;
    const figure = figures[row] as number;
    return [
      Number.isNaN(figure) ? null : figure,
      masked.has(row) ? 0 : (snapshot.reviews[row] ?? 0),
      snapshot.names[row] ?? "",
      snapshot.idAt(row),
    ];
  }

  /** The place of the first row that comes after this key. */
  private placeAfter(key: Key): number {
    const row = this.snapshot.rowOf(key[3]);
    if (row !== undefined && this.compare(this.keyOf(row), key) === 0)
      return this.order.indexOf(row) + 1;
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(this.keyOf(this.order[middle] as number), key) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(one: Key, other: Key): number {
    const way = this.down ? -1 : 1;
    const named =
      byName.compare(one[2], other[2]) || (one[3] < other[3] ? -1 : Number(one[3] > other[3]));
    if (this.query.sort.endsWith("name")) return way * named;
    if (one[0] !== other[0]) {
      if (one[0] === null || other[0] === null) return one[0] === null ? 1 : -1;
      return way * (one[0] - other[0]);
    }
    return other[1] - one[1] || named;
  }
}

/** A page of the team's ranking: `found` holds the rows that a search let through, where there was one. */
export function teamPage(
  snapshot: Snapshot,
  query: RankingQuery,
  weights: readonly number[],
  masked: ReadonlySet<number>,
  found?: ReadonlySet<number>,
): TeamPage {
  const { vertical, stage, tag, minTotal } = query;
  const { totals, ranked } = snapshot.ranked(weights);
  const reaches = (row: number) => !masked.has(row) && (totals[row] as number) >= (minTotal ?? 0);
  const passes = (row: number) =>
    (vertical === undefined || snapshot.verticals[row] === vertical) &&
    (stage === undefined || snapshot.stageOf(row) === stage) &&
    (tag === undefined || (snapshot.tags[row] ?? []).includes(tag)) &&
    (minTotal === undefined || reaches(row)) &&
    (found === undefined || found.has(row));
  const narrowed =
    found !== undefined || [vertical, stage, tag, minTotal].some((one) => one !== undefined);
  return { ...new Pages(snapshot, query, weights, masked).cut(narrowed ? passes : null), ranked };
}
