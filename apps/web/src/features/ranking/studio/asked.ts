import type { ReadBoard } from "@highwater/shared/ranking/board";
import type { RankConfidence } from "@highwater/shared/ranking/confidence";
import type { Band, Dethroning } from "@highwater/shared/ranking/flips";

/** What the worker is told: the board once, then weights as often as they rest. */
export type Told =
  | { kind: "board"; board: Pick<ReadBoard, "size" | "columns" | "counted" | "reviews"> }
  | { kind: "weights"; asked: number; weights: number[]; top: number };

/** What it answers, in the order that it is ready; `asked` names the question. */
export type Answer =
  | { kind: "fragility"; asked: number; bands: Band[]; dethroning: Dethroning | null }
  | { kind: "confidence"; asked: number; samples: number; rows: RankConfidence[] };

export const allSamples = 1000;
export const top = 10;
/** So many rows have a confidence: what is looked at is the head of the ranking. */
export const targets = 100;
