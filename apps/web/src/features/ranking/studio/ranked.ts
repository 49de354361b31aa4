import type { ReadBoard } from "@highwater/shared/ranking/board";
import { scoreColumns } from "@highwater/shared/ranking/columns";
import { type Order, orderOf } from "@highwater/shared/ranking/order";

/** A board under some weights. */
export interface Ranked extends Order {
  totals: Float64Array;
}

/** The very steps of the server: totals to the last bit, ties in the delivered order. */
export function rankedBy(board: ReadBoard, weights: readonly number[]): Ranked {
  const totals = scoreColumns(board.columns, weights);
  return { totals, ...orderOf(totals) };
}

/** Places gained since `before`; below 0 where lost, 0 where either has no rank. */
export function moved(before: Order, now: Order, row: number): number {
  const [was, is] = [before.ranks[row] ?? 0, now.ranks[row] ?? 0];
  return was > 0 && is > 0 ? was - is : 0;
}
