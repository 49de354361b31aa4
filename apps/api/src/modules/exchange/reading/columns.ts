import { looksLike } from "@highwater/shared/exchange/mapping";
import type { Cell, Columns } from "./raw.js";

/** A cell as it would be typed. Dates are days unless they carry a time. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return String(cell);
  const iso = cell.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
}

const shown = 5;

/** Spreadsheets save what was once clicked: columns at the end that have neither header nor values. */
function withoutEmptyEnd(columns: Columns): Columns {
  const last = columns.findLastIndex(({ header, samples }) => header !== "" || samples.length > 0);
  return columns.slice(0, Math.max(1, last + 1));
}

/** As much of a text as is shown, in a form that PostgreSQL keeps. */
export const excerpt = (text: string): string =>
  text.slice(0, 200).replaceAll("\u0000", "\uFFFD").toWellFormed();

/** Columns with samples, nothing proposed yet. */
export function columnsOf(headers: readonly string[], rows: readonly Cell[][]): Columns {
  const columns = headers.map((header, index): Columns[number] => {
    const given = rows.map((cells) => textOf(cells[index]).trim()).filter((text) => text !== "");
    return {
      index,
      header: excerpt(header),
      samples: given.slice(0, shown).map(excerpt),
      proposal: "skip",
      because: "none",
      looksLike: looksLike(given.slice(0, 50)),
    };
  });
  return withoutEmptyEnd(columns);
}

const filled = (cells: readonly Cell[]) =>
  cells.filter((cell) => textOf(cell).trim() !== "").length;

const dataLike = (text: string) =>
  /^https?:\/\//i.test(text) || /^[-+¥$€]?\d[\d.,/: -]*%?$/.test(text) || text.length > 80;

/**
 * The row of the headers among the first ones, from 0: the first that fills at least as many cells as most
 * rows do, holds no address and no figure, and repeats nothing. Null where even that row looks like data.
 */
export function findHeaderRow(rows: readonly Cell[][]): number | null {
  const widths = rows.map(filled).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  const at = rows.findIndex((cells) => filled(cells) >= Math.max(1, Math.min(usual, 2)));
  const texts = (rows[at] ?? []).map((cell) => textOf(cell).trim()).filter((text) => text !== "");
  return at < 0 || texts.some(dataLike) ? null : at;
}
