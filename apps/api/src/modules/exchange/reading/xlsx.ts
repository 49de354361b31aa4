import { Readable } from "node:stream";
import { maxCellCharacters, maxImportRows } from "@highwater/shared/exchange/contract";
import { Problem } from "@highwater/shared/kernel/problem";
import ExcelJS from "exceljs";
import { columnsOf, findHeaderRow, textOf } from "./columns.js";
import { tooMany } from "./csv.js";
import { type Links, linkOf, linksOf } from "./links.js";
import { type Cell, type Found, type Layout, type RawRow, refusal, type Source } from "./raw.js";
import { insistOnModestZip, textOfPart } from "./zip.js";

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

/** ExcelJS's parsers of the parts of a workbook, which its types don't name. */
interface Parts {
  workbookRels: readonly { Id: string; Target: string; Type: string }[];
  model?: { sheets?: readonly { name: string; rId: string }[] };
  _parseRels(part: Readable): Promise<void>;
  _parseWorkbook(part: Readable): Promise<void>;
  _parseSharedStrings(part: Readable): AsyncGenerator<unknown>;
  _parseStyles(part: Readable): Promise<void>;
  _parseWorksheet(part: Readable, id: string): Iterable<{ value: AsyncIterable<ExcelJS.Row> }>;
}

interface Sheet {
  name: string;
  /** Where it stands in the archive. */
  path: string;
  rows(): AsyncGenerator<ExcelJS.Row>;
}

const inArchive = (target: string) => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);

const unreadable = (error: unknown) =>
  error instanceof Problem
    ? error
    : refusal("broken_workbook", "The workbook can't be read. Save it anew as .xlsx.");

async function* rowsOf(parts: Parts, part: Readable): AsyncGenerator<ExcelJS.Row> {
  try {
    for (const { value } of parts._parseWorksheet(part, "")) yield* value;
  } catch (error) {
    throw unreadable(error);
  }
}

/**
 * The sheets in the order of their tabs; one whose rows are not asked for is not unpacked. Each part is taken
 * from the archive by name and as text: the library's own reader takes them in the order of the archive, now
 * and then loses the last, and breaks a character that stands across two pieces.
 */
async function sheetsOf(zip: Buffer): Promise<Sheet[]> {
  const part = (name: string) => Readable.from(textOfPart(zip, name));
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([]), {
    sharedStrings: "cache",
    styles: "cache",
    worksheets: "emit",
  });
  const parts = reader as unknown as Parts;
  try {
    await parts._parseRels(part("xl/_rels/workbook.xml.rels"));
    await parts._parseWorkbook(part("xl/workbook.xml"));
    await parts._parseStyles(part("xl/styles.xml"));
    await parts._parseSharedStrings(part("xl/sharedStrings.xml")).next();
    if (!parts.model?.sheets) throw new Error("no sheets");
  } catch (error) {
    throw unreadable(error);
  }
  return (parts.model?.sheets ?? []).flatMap(({ name, rId }) => {
    const relation = parts.workbookRels.find(({ Id }) => Id === rId);
    if (!relation?.Type.endsWith("/worksheet")) return [];
    const path = inArchive(relation.Target);
    return [{ name, path, rows: () => rowsOf(parts, part(path)) }];
  });
}

type Peeked = { row: number; cells: Cell[] };

export async function inspectXlsx(source: Source, wanted: Partial<Layout>): Promise<Found> {
  const zip = await whole(source);
  await insistOnModestZip(zip);
  const sheets: string[] = [];
  let chosen: { name: string; rows: Peeked[] } | undefined;
  for (const { name, rows } of await sheetsOf(zip)) {
    sheets.push(name);
    if (chosen || (wanted.sheet && name !== wanted.sheet)) continue;
    const first: Peeked[] = [];
    for await (const row of rows()) {
      first.push({ row: row.number, cells: cellsOf(row) });
      if (first.length === peeked) break;
    }
    const filled = first.some(({ cells }) => cells.some((cell) => textOf(cell).trim() !== ""));
    if (wanted.sheet || filled) chosen = { name, rows: first };
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
  const sheet = (await sheetsOf(zip)).find(({ name }) => name === layout.sheet);
  if (!sheet) return;
  const links = await linksOf(zip, sheet.path);
  for await (const row of sheet.rows()) {
    if (row.number <= first) continue;
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
