import type { Counts } from "@highwater/shared/reviews/consensus";
import { firstWhere } from "./first-where.js";
import type { SnapshotRows } from "./snapshot.rows.js";

/** A row by itself; its six counts stand in the criteria's order. */
export interface Row {
  id: Buffer;
  name: string;
  /** Its number before, where its name was the same: among the others it keeps its place by name. */
  was: number | undefined;
  reviews: number;
  champions: number;
  stage: number;
  vertical: string | null;
  tags: string[];
  counts: readonly Counts[];
}

const byName = new Intl.Collator("zh");

/** What was in memory with some rows taken out and others put in; and where each old row stands now, or -1. */
export function patched(
  old: SnapshotRows,
  out: ReadonlySet<number>,
  into: readonly Row[],
  criteria: number,
) {
  const named = mergedByName(old, out, into);
  const size = old.size - out.size + into.length;
  const place = { old: new Uint32Array(old.size), into: new Uint32Array(into.length) };
  for (let at = 0; at < size; at += 1) {
    const one = named[at] as number;
    if (one >= 0) place.old[one] = at + 1;
    else place.into[~one] = at + 1;
  }
  const order = inOrder(old, out, into, place);
  const now = new Int32Array(old.size).fill(-1);
  const rows: SnapshotRows = {
    size,
    ids: Buffer.alloc(16 * size),
    names: new Array<string>(size),
    reviews: new Uint32Array(size),
    champions: new Uint32Array(size),
    places: new Uint32Array(size),
    stageAt: new Uint32Array(size),
    verticals: new Array<string | null>(size),
    tags: new Array<string[]>(size),
    counts: new Uint16Array(6 * criteria * size),
  };
  for (let at = 0; at < size; at += 1) {
    const one = order[at] as number;
    if (one >= 0) now[one] = at;
  }
  fill(rows, old, into, criteria, order, place);
  return { rows, now };
}

/** Rows by name: an old one by its number, a new one by ~ its number. */
function mergedByName(
  old: SnapshotRows,
  out: ReadonlySet<number>,
  into: readonly Row[],
): Int32Array {
  const sequence = new Int32Array(old.size);
  for (let row = 0; row < old.size; row += 1) sequence[(old.places[row] as number) - 1] = row;
  const kept = without(sequence, out);
  const idOf = (row: number) => old.ids.subarray(16 * row, 16 * row + 16);
  const placeOf = (row: number) => old.places[row] as number;
  const before = (row: number, { name, id, was }: Row) =>
    was === undefined
      ? byName.compare(old.names[row] ?? "", name) || Buffer.compare(idOf(row), id)
      : placeOf(row) - placeOf(was);
  const compare = (a: Row, b: Row) =>
    a.was !== undefined && b.was !== undefined
      ? placeOf(a.was) - placeOf(b.was)
      : byName.compare(a.name, b.name) || Buffer.compare(a.id, b.id);
  const sorted = into
    .map((row, number) => ({ row, number, gap: firstWhere(kept, (one) => before(one, row) > 0) }))
    .sort((a, b) => a.gap - b.gap || compare(a.row, b.row));
  return merged(
    kept,
    sorted.map(({ number, gap }) => [gap, ~number]),
  );
}

/** Rows as they are delivered: of the most reviews first, then by name. */
function inOrder(
  old: SnapshotRows,
  out: ReadonlySet<number>,
  into: readonly Row[],
  place: { old: Uint32Array; into: Uint32Array },
): Int32Array {
  const all = new Int32Array(old.size);
  for (let row = 0; row < old.size; row += 1) all[row] = row;
  const kept = without(all, out);
  const placeOf = (number: number) => place.into[number] as number;
  const sorted = into
    .map(({ reviews }, number) => ({
      number,
      gap: firstWhere(kept, (row) => {
        const fewer = reviews - (old.reviews[row] as number);
        return fewer > 0 || (fewer === 0 && (place.old[row] as number) > placeOf(number));
      }),
      reviews,
    }))
    .sort(
      (a, b) => a.gap - b.gap || b.reviews - a.reviews || placeOf(a.number) - placeOf(b.number),
    );
  return merged(
    kept,
    sorted.map(({ number, gap }) => [gap, ~number]),
  );
}

function without(rows: Int32Array, out: ReadonlySet<number>): Int32Array {
  const kept = new Int32Array(rows.length - out.size);
  let at = 0;
  for (const row of rows) if (!out.has(row)) kept[at++] = row;
  return kept;
}

/** `into` holds [before which kept one, what], sorted. */
function merged(kept: Int32Array, into: readonly (readonly [number, number])[]): Int32Array {
  const all = new Int32Array(kept.length + into.length);
  let [from, at] = [0, 0];
  for (const [gap, one] of into) {
    all.set(kept.subarray(from, gap), at);
    at += gap - from;
    all[at] = one;
    at += 1;
    from = gap;
  }
  all.set(kept.subarray(from), at);
  return all;
}

function fill(
  rows: SnapshotRows,
  old: SnapshotRows,
  into: readonly Row[],
  criteria: number,
  order: Int32Array,
  place: { old: Uint32Array; into: Uint32Array },
) {
  for (let at = 0; at < rows.size; ) {
    const one = order[at] as number;
    if (one < 0) {
      put(rows, at, into[~one] as Row);
      rows.places[at] = place.into[~one] as number;
      at += 1;
      continue;
    }
    // Most stand beside whom they stood before, and are taken over together.
    let run = 1;
    while (at + run < rows.size && order[at + run] === one + run) run += 1;
    rows.ids.set(old.ids.subarray(16 * one, 16 * (one + run)), 16 * at);
    for (const key of ["reviews", "champions", "stageAt"] as const)
      rows[key].set(old[key].subarray(one, one + run), at);
    rows.places.set(place.old.subarray(one, one + run), at);
    for (let row = 0; row < run; row += 1) {
      rows.names[at + row] = old.names[one + row] ?? "";
      rows.verticals[at + row] = old.verticals[one + row] ?? null;
      rows.tags[at + row] = old.tags[one + row] ?? [];
    }
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      const from = 6 * (criterion * old.size + one);
      rows.counts.set(old.counts.subarray(from, from + 6 * run), 6 * (criterion * rows.size + at));
    }
    at += run;
  }
}

function put(rows: SnapshotRows, at: number, row: Row) {
  rows.ids.set(row.id, 16 * at);
  rows.names[at] = row.name;
  rows.reviews[at] = row.reviews;
  rows.champions[at] = row.champions;
  rows.stageAt[at] = row.stage;
  rows.verticals[at] = row.vertical;
  rows.tags[at] = row.tags;
  row.counts.forEach((counts, criterion) => {
    rows.counts.set(counts, 6 * (criterion * rows.size + at));
  });
}
