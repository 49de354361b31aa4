import type { FileShape } from "@highwater/shared/exchange/contract";
import { Problem } from "@highwater/shared/kernel/problem";
import type { Columns } from "./columns.js";
import { csvRows, inspectCsv } from "./csv.js";
import { inspectJson, jsonRows } from "./json.js";
import { inspectXlsx, xlsxRows } from "./xlsx.js";

/** The bytes of a file, from the beginning each time. */
export type Source = () => AsyncIterable<Buffer>;
export type Cell = string | number | boolean | Date | null;

export interface RawRow {
  /** As a spreadsheet counts, from 1. */
  row: number;
  cells: Cell[];
  /** Why the row can't be used, whatever its cells mean. */
  fault: { code: string; reason: string; column?: string } | null;
}

/** What was found in the file, before anybody says what its columns mean. */
export type Found = Omit<FileShape, "columns"> & { columns: Columns };
export type Layout = Pick<
  FileShape,
  "format" | "encoding" | "delimiter" | "sheet" | "headerRow" | "columns"
>;

const unreadable: [RegExp, string][] = [
  [/^image\//, "This is a picture, not a table. Choose a CSV, XLSX or JSON file."],
  [/pdf$/, "This is a PDF. Copy its table into a spreadsheet, and save that as XLSX or CSV."],
  [
    /x-cfb|ms-excel/,
    "This is an old .xls, or a workbook with a password. Save it as .xlsx without one.",
  ],
  [/zip|compress|gzip|x-7z|rar/, "This is an archive. Unpack it, and choose the table inside."],
];

export const refusal = (code: string, sentence: string) =>
  new Problem("invalid", sentence, { code: `imports.${code}` });

/** The first bytes, enough to tell what a file is. */
export async function headOf(source: Source, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of source()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(pieces).subarray(0, bytes);
}

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Tells the format by the content, never by the name alone; refuses in words what is no table. */
export async function inspect(
  source: Source,
  fileName: string,
  type: string,
  wanted: Partial<Layout> = {},
): Promise<Found> {
  if (type === xlsxType || (/zip$/.test(type) && /\.xlsx$/i.test(fileName)))
    return inspectXlsx(source, wanted);
  const why = unreadable.find(([pattern]) => pattern.test(type));
  if (why) throw refusal("not_a_table", why[1]);
  const head = await headOf(source, 256 * 1024);
  if (/\.(json|jsonl|ndjson)$/i.test(fileName) || /^\uFEFF?\s*[[{]/.test(head.toString("utf8")))
    return inspectJson(source);
  return inspectCsv(head, wanted);
}

/** Every row below the headers, as a stream. */
export function readRows(source: Source, layout: Layout): AsyncGenerator<RawRow> {
  if (layout.format === "xlsx") return xlsxRows(source, layout);
  if (layout.format === "csv") return csvRows(source, layout);
  return jsonRows(source, layout);
}
