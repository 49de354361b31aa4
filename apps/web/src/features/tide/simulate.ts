import type { TideBoard } from "@highwater/shared/tide/board";
import { type Tide, tideOf } from "@highwater/shared/tide/exposure";
import { longestClock, type Projected, projection } from "@highwater/shared/tide/projection";
import { waveOf } from "@highwater/shared/tide/waves";
import type { Question } from "./search";

/** What the charts show of a candidate, from the browser's projection or the server's. */
export interface Row
  extends Pick<
    Projected,
    | "id"
    | "risk"
    | "projectedRisk"
    | "rank"
    | "projectedRank"
    | "total"
    | "projectedTotal"
    | "submerged"
    | "wasSubmerged"
    | "crosses"
    | "months"
    | "unconfirmed"
  > {
  exposure: number | null;
}

export function tideIn(board: TideBoard, question: Question): Tide {
  const levels = Object.fromEntries(board.capabilities.map(({ key, level }) => [key, level]));
  const chosen = new Set(question.releaseIds);
  const waves = board.releases
    .filter(({ id }) => chosen.has(id))
    .map((release) => waveOf(release, question.likelihoods[release.id]));
  return tideOf(levels, waves, question, board.defences);
}

export const simulate = (
  board: TideBoard,
  question: Question,
  tell?: (share: number) => void,
): Projected[] => projection(board.candidates, tideIn(board, question), question, board, tell);

/** Submerged ÷ scored for every month of the clock, of the releases as chosen. */
export function shareByMonth(rows: readonly Pick<Row, "risk" | "months">[]): number[] {
  const falls = new Array<number>(longestClock + 1).fill(0);
  const scored = rows.filter(({ risk }) => risk !== null);
  for (const { months } of scored) if (months !== null) falls[months] = (falls[months] ?? 0) + 1;
  let under = 0;
  return falls.map((count) => {
    under += count;
    return scored.length === 0 ? 0 : under / scored.length;
  });
}
