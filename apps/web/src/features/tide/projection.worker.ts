import type { TideBoard } from "@highwater/shared/tide/board";
import type { Question } from "./search";
import { simulate } from "./simulate";

/** The board once, then one question at a time; how far it has come is told on the way. */
let board: TideBoard | undefined;

self.onmessage = ({ data }: MessageEvent<{ board?: TideBoard; question?: Question }>) => {
  if (data.board) board = data.board;
  if (board && data.question)
    self.postMessage({
      rows: simulate(board, data.question, (share) => self.postMessage({ share })),
    });
};
