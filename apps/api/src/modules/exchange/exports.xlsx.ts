import { once } from "node:events";
import { PassThrough, type Readable, type Writable } from "node:stream";
import ExcelJS from "exceljs";
import type { Cell, ColumnKind, ExportColumn } from "./exports.columns.js";

/** What a worksheet and a cell can hold. */
const maxRows = 1_000_000;
const maxLinks = 65_000;
const maxText = 32_767;

/** The same content makes the same bytes, whenever it is written. */
const made = new Date(Date.UTC(2023, 2, 19));

const formats: Record<ColumnKind, { width: number; style: Partial<ExcelJS.Style> }> = {
  text: { width: 18, style: {} },
  prose: { width: 40, style: { alignment: { wrapText: false } } },
  link: { width: 32, style: {} },
  number: { width: 12, style: {} },
  figure: { width: 10, style: { numFmt: "0.0" } },
  "yes-no": { width: 12, style: {} },
  day: { width: 12, style: { numFmt: "yyyy-mm-dd" } },
  moment: { width: 17, style: { numFmt: "yyyy-mm-dd hh:mm" } },
  money: { width: 18, style: {} },
};

/** A font that is not named is another one in every program. */
const letters = { name: "Calibri", size: 11 };
const headerStyle: Partial<ExcelJS.Style> = {
  font: { ...letters, bold: true, color: { argb: "FFFFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FF12354A" } },
  alignment: { vertical: "middle" },
};

type Writer = ExcelJS.stream.xlsx.WorkbookWriter;

/** The parts of the writer that its types leave out. */
interface Parts {
  zip: { append(source: unknown, entry: { name: string; date?: Date }): unknown };
  addThemes(): Promise<void>;
}
interface Sheet {
  stream: { pipes: Writable[] };
}
type WriterOptions = Partial<ExcelJS.stream.xlsx.WorkbookStreamWriterOptions>;
const AnyWriter = ExcelJS.stream.xlsx.WorkbookWriter as unknown as new (
  options: WriterOptions,
) => Writer & Parts;

/** Its first part is the theme: from there on every part bears the one date. */
class Book extends AnyWriter {
  override addThemes(): Promise<void> {
    const append = this.zip.append.bind(this.zip);
    this.zip.append = (source, entry) => append(source, { ...entry, date: made });
    return super.addThemes();
  }
}

function openBook(out: Writable): Writer {
  const book = new Book({ stream: out, useStyles: true, useSharedStrings: false });
  book.creator = "Highwater";
  book.lastModifiedBy = "Highwater";
  book.created = made;
  book.modified = made;
  return book;
}

function openSheet(book: Writer, columns: readonly ExportColumn[], number: number) {
  const sheet = book.addWorksheet(number === 1 ? "Candidates" : `Candidates ${number}`, {
    views: [{ state: "frozen", ySplit: 1, xSplit: columns[0]?.key === "name" ? 1 : 0 }],
  });
  sheet.columns = columns.map(({ header, kind }) => ({ header, ...formats[kind] }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const header = sheet.getRow(1);
  header.height = 22;
  header.eachCell((cell) => {
    cell.style = headerStyle;
  });
  header.commit();
  return sheet;
}

function fill(cell: ExcelJS.Cell, value: Cell, kind: ColumnKind, mayLink: boolean): boolean {
  if (value === null) return false;
  if (typeof value === "object" && !(value instanceof Date)) {
    cell.value = value.amount;
    cell.numFmt = `#,##0.## "${value.currency}"`;
    return false;
  }
  if (kind === "link" && mayLink && typeof value === "string") {
    cell.value = { text: value, hyperlink: value };
    cell.font = { ...letters, color: { argb: "FF0B63B0" }, underline: true };
    return true;
  }
  cell.value = typeof value === "string" ? value.slice(0, maxText) : value;
  return false;
}

async function write(
  out: PassThrough,
  columns: readonly ExportColumn[],
  batches: AsyncIterable<Cell[][]>,
) {
  const gone = new AbortController();
  out.once("close", () => gone.abort());
  const book = openBook(out);
  let sheet = openSheet(book, columns, 1);
  let [rows, sheets, links] = [0, 1, 0];
  for await (const batch of batches) {
    for (const values of batch) {
      if (rows === maxRows) {
        sheet.commit();
        sheet = openSheet(book, columns, ++sheets);
        [rows, links] = [0, 0];
      }
      rows += 1;
      const row = sheet.getRow(rows + 1);
      for (const [at, value] of values.entries())
        if (fill(row.getCell(at + 1), value, columns[at]?.kind ?? "text", links < maxLinks))
          links += 1;
      row.commit();
    }
    // The writer takes whatever it is given; whoever reads slowly is waited for here.
    for (const pipe of (sheet as unknown as Sheet).stream.pipes)
      if (pipe.writableNeedDrain) await once(pipe, "drain", { signal: gone.signal });
    if (gone.signal.aborted) return;
  }
  await book.commit();
}

export function xlsxOf(
  columns: readonly ExportColumn[],
  batches: AsyncIterable<Cell[][]>,
): Readable {
  const out = new PassThrough();
  write(out, columns, batches).catch((error: Error) => out.destroy(error));
  return out;
}
