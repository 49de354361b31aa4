import { maxCellCharacters, maxImportRows } from "@highwater/shared/exchange/contract";
import { columnsOf, findHeaderRow } from "./columns.js";
import { decoded, type Encoding, encodingOf } from "./encoding.js";
import { type Found, type Layout, type RawRow, refusal, type Source } from "./raw.js";
import { type Scanned, scan } from "./scanner.js";

const delimiters = [",", "\t", ";", "|"] as const;
const peeked = 100;

/** What the first lines of a text become under one delimiter. */
function peek(text: string, delimiter: string): Scanned[] {
  return scan(delimiter, maxCellCharacters).feed(text).slice(0, peeked);
}

/** The delimiter that cuts the most rows into the same number of cells, and into the most of them. */
function delimiterOf(text: string): string {
  const merit = delimiters.map((delimiter) => {
    const widths = peek(text, delimiter).map(({ cells }) => cells.length);
    const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
    const alike = widths.filter((width) => width === usual).length / Math.max(1, widths.length);
    return { delimiter, merit: usual > 1 ? alike * Math.min(usual, 20) : 0 };
  });
  return merit.reduce((best, one) => (one.merit > best.merit ? one : best)).delimiter;
}

export function inspectCsv(head: Buffer, wanted: Partial<Layout>): Found {
  const encoding = wanted.encoding ?? encodingOf(head);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  if (text.trim() === "") throw refusal("no_rows", "The file has no rows.");
  refuseNul(text);
  const delimiter = wanted.delimiter ?? delimiterOf(text);
  const rows = peek(text, delimiter);
  const found = findHeaderRow(rows.slice(0, 20).map(({ cells }) => cells));
  const headerRow = wanted.headerRow === undefined ? found : indexOfRow(rows, wanted.headerRow);
  const below = rows.slice((headerRow ?? -1) + 1).map(({ cells }) => cells);
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const headers =
    headerRow === null
      ? Array.from({ length: width }, (_, at) => `${at + 1}`)
      : (rows[headerRow]?.cells ?? []).map((header) => header.trim());
  return {
    format: "csv",
    encoding,
    delimiter,
    sheet: null,
    sheets: [],
    headerRow: headerRow === null ? null : (rows[headerRow]?.row ?? 1),
    columns: columnsOf(headers, below),
  };
}

const indexOfRow = (rows: readonly Scanned[], row: number | null) =>
  row === null
    ? null
    : Math.max(
        0,
        rows.findIndex((one) => one.row >= row),
      );

function refuseNul(text: string) {
  const at = text.indexOf("\u0000");
  if (at < 0) return;
  const row = text.slice(0, at).split("\n").length;
  throw refusal("not_a_table", `Row ${row} holds NUL bytes: this is no text. Choose a table.`);
}

export async function* csvRows(source: Source, layout: Layout): AsyncGenerator<RawRow[]> {
  const scanner = scan(layout.delimiter ?? ",", maxCellCharacters);
  const first = layout.headerRow ?? 0;
  const width = layout.columns.length;
  let count = 0;
  const take = (rows: Scanned[]): RawRow[] => {
    const taken: RawRow[] = [];
    for (const scanned of rows) {
      if (scanned.row <= first || (scanned.cells.length === 1 && scanned.cells[0] === "")) continue;
      taken.push(checked(scanned, width, layout));
    }
    count += taken.length;
    if (count > maxImportRows) throw tooMany();
    return taken;
  };
  for await (const text of decoded(source, (layout.encoding ?? "utf-8") as Encoding))
    yield take(scanner.feed(text));
  yield take(scanner.end());
}

export const tooMany = () =>
  refusal(
    "too_many_rows",
    `The file has more than ${maxImportRows.toLocaleString("en")} rows. Split it.`,
  );

/** Rows may be shorter, as spreadsheets write them; cells beyond the headers belong to nothing. */
function checked({ row, cells, long }: Scanned, width: number, layout: Layout): RawRow {
  if (long !== null)
    return {
      row,
      cells,
      fault: {
        code: "imports.cell_too_long",
        reason: `A cell may hold ${maxCellCharacters.toLocaleString("en")} characters. Shorten it.`,
        column: layout.columns[long]?.header ?? String(long + 1),
      },
    };
  const surplus = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "");
  if (surplus)
    return {
      row,
      cells,
      fault: {
        code: "imports.ragged",
        reason: `The row has ${cells.length} cells, the headers ${width}. Put cells that hold the delimiter in quotes.`,
      },
    };
  return { row, cells, fault: null };
}
