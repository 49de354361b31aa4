import type { ReadBoard } from "@highwater/shared/ranking/board";
import { rankedBy } from "../studio/ranked";

interface VerticalFigure {
  /** Null for those without one. */
  vertical: string | null;
  count: number;
  meanTotal: number;
}

export interface Figures {
  scored: number;
  meanTotal: number | null;
  /** Scored candidates whose mean risk is 4 or more. */
  atRisk: number;
  verticals: VerticalFigure[];
}

/** From this mean risk on a candidate is counted as at risk. */
export const riskLine = 4;

export function figuresOf(board: ReadBoard): Figures {
  const { totals, order, ranked } = rankedBy(board, board.weights);
  const risk = board.columns.criteria.findIndex(({ key }) => key === "overrun");
  const counted = board.counted[risk];
  const sums = new Map<string | null, { count: number; sum: number }>();
  let [all, atRisk] = [0, 0];
  for (const row of order.subarray(0, ranked)) {
    const total = totals[row] as number;
    const vertical = board.verticalOf(row);
    const known = sums.get(vertical) ?? { count: 0, sum: 0 };
    sums.set(vertical, { count: known.count + 1, sum: known.sum + total });
    all += total;
    const n = counted?.n[row] ?? 0;
    if (n > 0 && (counted?.sum[row] ?? 0) / n >= riskLine) atRisk += 1;
  }
  return {
    scored: ranked,
    meanTotal: ranked === 0 ? null : all / ranked,
    atRisk,
    verticals: [...sums]
      .map(([vertical, { count, sum }]) => ({ vertical, count, meanTotal: sum / count }))
      .sort((a, b) => b.meanTotal - a.meanTotal),
  };
}
