import type { TideBoard } from "@highwater/shared/tide/board";
import type { Row } from "./simulate";

/** One candidate as the chart draws it: its place in each column, its risk before and after. */
export interface Actor {
  id: string;
  name: string;
  /** Places from 0: now, after, and after the scenario that it is compared with. */
  places: number[];
  /** In the last column. */
  rank: number;
  risk: number;
  projected: number;
  compared: number | null;
  submerged: boolean;
  crosses: boolean;
  unconfirmed: boolean;
  /** By how many ranks it falls; below 0 it rises. */
  fall: number;
}

const order = (a: number | null, b: number | null) => (a ?? Infinity) - (b ?? Infinity);

/** Where each stands when all are sorted by a rank; equal ranks keep the board's order. */
function placesBy(rows: readonly Row[], rank: (row: Row) => number | null): Map<string, number> {
  const sorted = rows.toSorted((a, b) => order(rank(a), rank(b)));
  return new Map(sorted.map(({ id }, at) => [id, at]));
}

/** Of the scored: the unscored have no place. */
export function sceneOf(
  candidates: TideBoard["candidates"],
  all: readonly Row[],
  others: readonly Row[],
): Actor[] {
  const rows = all.filter(({ rank, risk }) => rank !== null && risk !== null);
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  const other = new Map(others.map((row) => [row.id, row]));
  const now = placesBy(rows, ({ rank }) => rank);
  const after = placesBy(rows, ({ projectedRank }) => projectedRank);
  const compared = placesBy(rows, ({ id }) => other.get(id)?.projectedRank ?? null);
  return rows.map((row) => ({
    id: row.id,
    name: names.get(row.id) ?? "",
    places: [now, after, ...(others.length > 0 ? [compared] : [])].map(
      (places) => places.get(row.id) ?? 0,
    ),
    rank: (others.length > 0 ? other.get(row.id)?.projectedRank : row.projectedRank) ?? 0,
    risk: row.risk ?? 0,
    projected: row.projectedRisk ?? 0,
    compared: other.get(row.id)?.projectedRisk ?? null,
    submerged: row.submerged,
    crosses: row.crosses,
    unconfirmed: row.unconfirmed > 0,
    fall: (row.projectedRank ?? 0) - (row.rank ?? 0),
  }));
}

/** Which may bear their name without covering another's: the crossing first, then by how far they move. */
export function labelled(actors: readonly Actor[], column: number, gap: number): Set<string> {
  const wanted = actors.toSorted(
    (a, b) => Number(b.crosses) - Number(a.crosses) || Math.abs(b.fall) - Math.abs(a.fall),
  );
  const taken = new Set<number>();
  const chosen = new Set<string>();
  for (const { id, places } of wanted) {
    const place = places[column] ?? 0;
    if (gap > 1 && [...taken].some((one) => Math.abs(one - place) < gap)) continue;
    taken.add(place);
    chosen.add(id);
  }
  return chosen;
}
