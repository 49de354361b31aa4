import { Readable } from "node:stream";
import { maxCellCharacters, maxImportRows } from "@highwater/shared/exchange/contract";
import ExcelJS from "exceljs";
import { columnsOf, findHeaderRow, textOf } from "./columns.js";
import { tooMany } from "./csv.js";
import { type Links, linkOf, linksOf } from "./links.js";
import { type Cell, type Found, type Layout, type RawRow, refusal, type Source } from "./raw.js";
import { insistOnModestZip } from "./zip.js";

const mostPacked = 64 * 1024 * 1024;
const peeked = 100;

async function whole(source: Source): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of source()) {
    length += piece.length;
    if (length > mostPacked)
      throw refusal(
        "workbook_too_large",
        "A workbook may have 64 MB. Save it as CSV, or split it.",
      );
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function cellOf(value: ExcelJS.CellValue | undefined): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object" || value instanceof Date) return value;
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("hyperlink" in value) return textOf(cellOf(value.text)) || value.hyperlink;
  if ("formula" in value || "sharedFormula" in value) return cellOf(value.result);
  return null;
}

const cellsOf = (row: ExcelJS.Row): Cell[] => {
  const values = row.values as ExcelJS.CellValue[];
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, at) => cellOf(values[at + 1]));
};

function linksIn(row: ExcelJS.Row, links: Links): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  row.eachCell((cell, number) => {
    const link = linkOf(cell, links);
    if (link !== undefined) found.set(number - 1, link);
  });
  return found;
}

const sheetFile = (sheet: unknown): string => `sheet${(sheet as { id?: unknown }).id}`;
const sheetName = (sheet: unknown): string => String((sheet as { name?: unknown }).name ?? "");

/** Sheet by sheet and row by row; a sheet that is not asked for is not parsed. */
async function* sheetsOf(zip: Buffer) {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([zip]), {
    worksheets: "emit",
    sharedStrings: "cache",
    hyperlinks: "ignore",
    styles: "cache",
    entries: "ignore",
  });
  try {
    for await (const sheet of reader) yield sheet;
  } catch (error) {
    if (error instanceof Error && /imports\./.test(String((error as { code?: unknown }).code)))
      throw error;
    throw refusal("broken_workbook", "The workbook can't be read. Save it anew as .xlsx.");
  }
}

type Peeked = { row: number; cells: Cell[] };

export async function inspectXlsx(source: Source, wanted: Partial<Layout>): Promise<Found> {
  const zip = await whole(source);
  await insistOnModestZip(zip);
  const sheets: string[] = [];
  let chosen: { name: string; rows: Peeked[] } | undefined;
  for await (const sheet of sheetsOf(zip)) {
    const name = sheetName(sheet);
    sheets.push(name);
    const rows: Peeked[] = [];
    for await (const row of sheet)
      if (rows.length < peeked) rows.push({ row: row.number, cells: cellsOf(row) });
    const filled = rows.some(({ cells }) => cells.some((cell) => textOf(cell).trim() !== ""));
    if (wanted.sheet ? name === wanted.sheet : filled) chosen ??= { name, rows };
  }
  if (!chosen) throw refusal("no_rows", "The workbook has no rows.");
  const { rows } = chosen;
  const found = findHeaderRow(rows.slice(0, 20).map(({ cells }) => cells));
  const at =
    wanted.headerRow === undefined
      ? found
      : wanted.headerRow === null
        ? null
        : rows.findIndex(({ row }) => row === wanted.headerRow);
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_, index) =>
    at === null || at < 0 ? `${index + 1}` : textOf(rows[at]?.cells[index]).trim(),
  );
  return {
    format: "xlsx",
    encoding: null,
    delimiter: null,
    sheet: chosen.name,
    sheets,
    headerRow: at === null || at < 0 ? null : (rows[at]?.row ?? null),
    columns: columnsOf(
      headers,
      rows.slice((at ?? -1) + 1).map(({ cells }) => cells),
    ),
  };
}

export async function* xlsxRows(source: Source, layout: Layout): AsyncGenerator<RawRow> {
  const zip = await whole(source);
  await insistOnModestZip(zip);
  const first = layout.headerRow ?? 0;
  let count = 0;
  for await (const sheet of sheetsOf(zip)) {
    const wanted = sheetName(sheet) === layout.sheet;
    const links: Links = wanted ? await linksOf(zip, sheetFile(sheet)) : new Map();
    for await (const row of sheet) {
      if (!wanted || row.number <= first) continue;
      const cells = cellsOf(row);
      if (cells.every((cell) => textOf(cell).trim() === "")) continue;
      count += 1;
      if (count > maxImportRows) throw tooMany();
      yield {
        row: row.number,
        cells,
        links: linksIn(row, links),
        fault: faultOf(cells, layout),
      };
    }
    if (wanted) return;
  }
}

function faultOf(cells: readonly Cell[], { columns }: Layout): RawRow["fault"] {
  const long = cells.findIndex(
    (cell) => typeof cell === "string" && cell.length > maxCellCharacters,
  );
  if (long < 0) return null;
  return {
    code: "imports.cell_too_long",
    reason: `A cell may hold ${maxCellCharacters.toLocaleString("en")} characters. Shorten it.`,
    column: columns[long]?.header ?? String(long + 1),
  };
}
