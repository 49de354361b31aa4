import type { RankingQuery } from "@highwater/shared/ranking/contract";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import { firstWhere } from "./first-where.js";
import { sealOf } from "./seal.js";
import type { Placing, Snapshot } from "./snapshot.js";

const Key = z.tuple([z.number().nullable(), z.int(), z.string(), z.uuid()]);
type Key = z.infer<typeof Key>;

interface TeamPage {
  rows: number[];
  count: number;
  ranked: number;
  nextCursor: string | null;
  placing: (row: number) => Placing;
}

const byName = new Intl.Collator("zh");

function keyOf(snapshot: Snapshot, row: number, figure: number, masked?: ReadonlySet<number>): Key {
  return [
    Number.isNaN(figure) ? null : figure,
    masked?.has(row) ? 0 : (snapshot.rows.reviews[row] ?? 0),
    snapshot.rows.names[row] ?? "",
    snapshot.ids.at(row),
  ];
}

/** Cuts pages out of sorted rows. Where its last row has moved meanwhile, a cursor means the place it had. */
class Pages {
  private readonly figures: ArrayLike<number>;
  private readonly down: boolean;
  private readonly named: boolean;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly query: RankingQuery,
    weights: readonly number[],
    private readonly masked: ReadonlySet<number>,
  ) {
    this.down = query.sort.startsWith("-");
    this.named = query.sort.endsWith("name");
    this.figures = this.named
      ? snapshot.rows.places
      : snapshot.figures(query.sort.replace("-", ""), weights, masked);
  }

  cut(list: Uint32Array): Pick<TeamPage, "rows" | "count" | "nextCursor"> {
    const { limit, cursor } = this.query;
    const seal = sealOf(this.query);
    const after = decodeCursor(cursor, seal, Key);
    const from = after ? this.placeAfter(list, after) : 0;
    const rows = [...list.subarray(from, from + limit)];
    const last = rows.at(-1);
    const more = from + limit < list.length && last !== undefined;
    return {
      rows,
      count: list.length,
      nextCursor: more ? encodeCursor(seal, this.keyOf(last)) : null,
    };
  }

  private keyOf(row: number): Key {
    const figure = this.named ? Number.NaN : (this.figures[row] as number);
    return keyOf(this.snapshot, row, figure, this.masked);
  }

  /** The place of the first row that comes after this key. */
  private placeAfter(list: Uint32Array, key: Key): number {
    const row = this.snapshot.ids.rowOf(key[3]);
    if (row !== undefined && this.compare(this.keyOf(row), key) === 0) {
      // Among those of one figure it stands somewhere.
      const figure = this.ascending(row);
      const first = firstWhere(list, (one) => this.ascending(one) >= figure);
      const beyond = firstWhere(list, (one) => this.ascending(one) > figure);
      const place = list.subarray(first, beyond).indexOf(row);
      if (place >= 0) return first + place + 1;
    }
    return firstWhere(list, (one) => this.compare(this.keyOf(one), key) > 0);
  }

  /** A row's figure, so that rows run from the smallest to the largest; what has none comes last. */
  private ascending(row: number): number {
    const figure = this.figures[row] as number;
    if (Number.isNaN(figure)) return Number.POSITIVE_INFINITY;
    return this.down ? -figure : figure;
  }

  private compare(one: Key, other: Key): number {
    const way = this.down ? -1 : 1;
    const named =
      byName.compare(one[2], other[2]) || (one[3] < other[3] ? -1 : Number(one[3] > other[3]));
    if (this.named) return way * named;
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
  if (found === undefined && masked.size === 0 && isHead(query)) {
    const head = headOf(snapshot, query, weights);
    if (head) return head;
  }
  const { ranked } = snapshot.ranked(weights);
  let list = filtered(snapshot, query, weights, masked);
  if (found) list = among(snapshot, list, found);
  if (query.minTotal !== undefined) list = reaching(snapshot, query, weights, masked, list);
  const page = new Pages(snapshot, query, weights, masked).cut(list);
  return { ...page, ranked, placing: snapshot.placing(weights) };
}

/** Whether the page is the beginning of everybody by total. */
const isHead = ({ sort, cursor, vertical, stage, tag, minTotal }: RankingQuery) =>
  sort === "-total" && [cursor, vertical, stage, tag, minTotal].every((one) => one === undefined);

function headOf(
  snapshot: Snapshot,
  query: RankingQuery,
  weights: readonly number[],
): TeamPage | undefined {
  const first = snapshot.first(weights, query.limit);
  if (!first) return undefined;
  const last = first.rows.at(-1) as number;
  const key = keyOf(snapshot, last, first.placing(last).total as number);
  const more = first.rows.length < snapshot.rows.size;
  const nextCursor = more ? encodeCursor(sealOf(query), key) : null;
  return { ...first, count: snapshot.rows.size, nextCursor };
}

/** The whole order, or what facts let through of it. */
function filtered(
  snapshot: Snapshot,
  { sort, vertical, stage, tag }: RankingQuery,
  weights: readonly number[],
  masked: ReadonlySet<number>,
): Uint32Array {
  const order = snapshot.sorted(sort, weights, masked);
  if ([vertical, stage, tag].every((one) => one === undefined)) return order;
  const key = JSON.stringify([sort, weights, [...masked], vertical, stage, tag]);
  return snapshot.listed(
    key,
    order,
    (row) =>
      (vertical === undefined || snapshot.rows.verticals[row] === vertical) &&
      (stage === undefined || snapshot.stageOf(row) === stage) &&
      (tag === undefined || (snapshot.rows.tags[row] ?? []).includes(tag)),
  );
}

/** Few are put in order one by one; of many the whole list is gone through. */
function among(snapshot: Snapshot, list: Uint32Array, found: ReadonlySet<number>): Uint32Array {
  if (found.size > list.length / 16) return list.filter((row) => found.has(row));
  const places = snapshot.placesIn(list);
  const held = [...found].map((row) => places[row] as number).filter((place) => place > 0);
  return Uint32Array.from(
    held.sort((a, b) => a - b),
    (place) => list[place - 1] as number,
  );
}

/** Those with this total or more: where totals rule the order, all in front of a place. */
function reaching(
  snapshot: Snapshot,
  { sort, minTotal = 0 }: RankingQuery,
  weights: readonly number[],
  masked: ReadonlySet<number>,
  list: Uint32Array,
): Uint32Array {
  const { totals } = snapshot.ranked(weights);
  const reaches = (row: number) => !masked.has(row) && (totals[row] as number) >= minTotal;
  if (sort !== "-total") return list.filter(reaches);
  return list.subarray(
    0,
    firstWhere(list, (row) => !reaches(row)),
  );
}
