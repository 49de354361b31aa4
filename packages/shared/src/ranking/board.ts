import { z } from "zod";
import { stages } from "../stages/contract.js";
import { type Columns, columnsOf } from "./columns.js";
import { Scope } from "./contract.js";
import { bytesOf, Packed, unpacked } from "./packed.js";

export const BoardQuery = z.strictObject({ scope: Scope.default("team") });
export type BoardQuery = z.infer<typeof BoardQuery>;

/**
 * All that ranks, by columns: one row a candidate, in the delivered order (n reviews descending, name, id), which
 * stays as the tie-break under any weights. Every column has `size` rows.
 */
export const RankingBoard = z
  .object({
    scope: Scope,
    rubricVersion: z.int(),
    size: z.int(),
    /** 16 bytes an id, in base64. */
    ids: z.string(),
    names: z.array(z.string()),
    /** Counted reviews; in Mine 1 where one has marks. */
    reviews: Packed,
    /** A place in inbox, screening, review, discussion, decided. */
    stages: Packed,
    verticals: z.array(z.string()),
    /** 0 for none, else 1 + a place in `verticals`. */
    vertical: Packed,
    /** In the rubric's order. Of each row: how many scored, the sum of their scores, and the sum of their squares. */
    criteria: z.array(
      z.object({
        key: z.string(),
        inverted: z.boolean(),
        weight: z.number(),
        n: Packed,
        sum: Packed,
        squares: Packed,
      }),
    ),
    /** Rows whose figures are kept from a recused viewer, and stand there as 0; others' ranks count them all the same. */
    recused: z.array(z.int()),
  })
  .meta({ id: "RankingBoard" });
export type RankingBoard = z.infer<typeof RankingBoard>;

const dashes = [4, 6, 8, 10];

/** The id that 16 bytes from `row` on are. */
export function idAt(bytes: Uint8Array, row: number): string {
  let id = "";
  for (let at = 0; at < 16; at += 1)
    id += `${dashes.includes(at) ? "-" : ""}${(bytes[row * 16 + at] ?? 0).toString(16).padStart(2, "0")}`;
  return id;
}

/** A board, unpacked once: what `scoreColumns`, `flipsOf` and `Confidence` work on. */
export interface ReadBoard {
  size: number;
  columns: Columns;
  weights: number[];
  counted: { n: Uint32Array; sum: Uint32Array; squares: Uint32Array }[];
  reviews: Uint32Array;
  names: readonly string[];
  idOf(row: number): string;
  stageOf(row: number): (typeof stages)[number] | null;
  verticalOf(row: number): string | null;
}

/** Unpacks a board. Errors: those of `columnsOf`. Cost: one pass a column. */
export function readBoard(board: RankingBoard): ReadBoard {
  const counted = board.criteria.map(({ n, sum, squares }) => ({
    ...{ n: unpacked(n), sum: unpacked(sum), squares: unpacked(squares) },
  }));
  const [ids, stage, vertical] = [
    bytesOf(board.ids),
    unpacked(board.stages),
    unpacked(board.vertical),
  ];
  return {
    size: board.size,
    columns: columnsOf(board.size, board.criteria, counted),
    weights: board.criteria.map(({ weight }) => weight),
    counted,
    reviews: unpacked(board.reviews),
    names: board.names,
    idOf: (row) => idAt(ids, row),
    stageOf: (row) => stages[stage[row] ?? 0] ?? null,
    verticalOf: (row) => board.verticals[(vertical[row] ?? 0) - 1] ?? null,
  };
}
