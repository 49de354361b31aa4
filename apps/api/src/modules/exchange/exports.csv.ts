import { Readable } from "node:stream";
import { guarded } from "@highwater/shared/exchange/formula";
import { formatValue } from "@highwater/shared/fields/values";
import { stringify } from "csv-stringify/sync";
import type { Cell, ColumnKind, ExportColumn } from "./exports.columns.js";

/** Texts are guarded; what we write of numbers and dates ourselves can be no formula. */
function written(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return "";
  if (typeof cell === "string") return guarded(cell);
  if (cell instanceof Date)
    return kind === "day" ? cell.toISOString().slice(0, 10) : cell.toISOString();
  if (typeof cell === "object") return formatValue(cell);
  return String(cell);
}

const lines = (rows: string[][]) =>
  stringify(rows, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ });

async function* text(columns: readonly ExportColumn[], batches: AsyncIterable<Cell[][]>) {
  yield `\uFEFF${lines([columns.map(({ header }) => guarded(header))])}`;
  for await (const rows of batches)
    yield lines(
      rows.map((row) => row.map((cell, at) => written(cell, columns[at]?.kind ?? "text"))),
    );
}

/** UTF-8 with a byte-order mark and CRLF, so that a spreadsheet opens it as it is meant. */
export const csvOf = (
  columns: readonly ExportColumn[],
  batches: AsyncIterable<Cell[][]>,
): Readable => Readable.from(text(columns, batches), { objectMode: false });
