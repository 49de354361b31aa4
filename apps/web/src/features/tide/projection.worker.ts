import type { TideBoard } from "@highwater/shared/tide/board";
import type { Question } from "./search";
import { simulate } from "./simulate";

/** The board once, then one question at a time; each answer names the question that it is of. */
let board: TideBoard | undefined;

self.onmessage = ({
  data,
}: MessageEvent<{ board?: TideBoard; question?: Question; turn: number }>) => {
  if (data.board) board = data.board;
  if (board && data.question)
    self.postMessage({ turn: data.turn, rows: simulate(board, data.question) });
};
