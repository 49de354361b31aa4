import type { ReadBoard } from "@highwater/shared/ranking/board";
import type { Stage } from "@highwater/shared/stages/contract";
import { type Ranked, rankedBy } from "../studio/ranked";

/** Where one candidate stands: shares of both axes, 0-1, 1 = best. */
export interface Spot {
  row: number;
  id: string;
  name: string;
  x: number;
  y: number;
  /** The figures as they are read: a mean, a total, a count. */
  shown: { x: number; y: number };
  rank: number;
  total: number;
  reviews: number;
  stage: Stage | null;
}

/** So many are drawn, the best first: more would be a stain. */
export const mostSpots = 400;

/** One axis of a board: what a row has on it, as a share of its range and as its figure; null where it has nothing. */
function measure(board: ReadBoard, ranked: Ranked, axis: string) {
  if (axis === "total")
    return (row: number) => {
      const total = ranked.totals[row] as number;
      return { share: total / 100, shown: total };
    };
  if (axis === "reviews") {
    const most = board.reviews.reduce((so, one) => Math.max(so, one), 1);
    return (row: number) => {
      const reviews = board.reviews[row] ?? 0;
      return { share: reviews / most, shown: reviews };
    };
  }
  const at = board.columns.criteria.findIndex(({ key }) => key === axis);
  const counted = board.counted[at];
  const values = board.columns.values[at];
  return (row: number) => {
    const n = counted?.n[row] ?? 0;
    if (!values || n === 0) return null;
    return { share: values[row] as number, shown: (counted?.sum[row] ?? 0) / n };
  };
}

export function spotsOf(board: ReadBoard, x: string, y: string): Spot[] {
  const ranked = rankedBy(board, board.weights);
  const [across, up] = [measure(board, ranked, x), measure(board, ranked, y)];
  const spots: Spot[] = [];
  for (const row of ranked.order.subarray(0, ranked.ranked)) {
    const [here, there] = [across(row), up(row)];
    if (!here || !there) continue;
    spots.push({
      row,
      id: board.idOf(row),
      name: board.names[row] ?? "",
      x: here.share,
      y: there.share,
      shown: { x: here.shown, y: there.shown },
      rank: ranked.ranks[row] ?? 0,
      total: ranked.totals[row] as number,
      reviews: board.reviews[row] ?? 0,
      stage: board.stageOf(row),
    });
    if (spots.length === mostSpots) break;
  }
  return spots;
}

const line = 15;
const mostLines = 6;

/** A few stand one below the other, so that their names do too; many in a spiral. */
function stood(at: number, { length }: readonly Spot[]) {
  if (length <= mostLines) return { dx: 0, dy: (at - (length - 1) / 2) * line };
  const [turn, far] = [at * 2.4, 5 * Math.sqrt(at)];
  return { dx: Math.cos(turn) * far, dy: Math.sin(turn) * far };
}

/** Candidates with the very same figures stand around their place, so that each can be seen and reached. */
export function apart(spots: readonly Spot[]): Map<Spot, { dx: number; dy: number }> {
  const places = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = `${spot.x.toFixed(2)} ${spot.y.toFixed(2)}`;
    places.set(key, [...(places.get(key) ?? []), spot]);
  }
  const moves = new Map<Spot, { dx: number; dy: number }>();
  for (const crowd of places.values())
    crowd.forEach((spot, at) => {
      moves.set(spot, stood(at, crowd));
    });
  return moves;
}
