import { refusal } from "./raw.js";

export interface Scanned {
  /** As a spreadsheet counts, from 1. */
  row: number;
  cells: string[];
  /** The cell that was longer than allowed, and is cut. */
  long: number | null;
}

const [quote, lf, cr] = [34, 10, 13];

/**
 * Cuts text that arrives in pieces into rows and cells as RFC 4180 says, more forgiving: a quote inside an
 * unquoted cell stands for itself, and any of CR, LF, CRLF ends a row. A cell keeps at most `most` characters,
 * so that memory stays flat whatever comes. Our own, since the importer's speed hangs on it.
 */
export function scan(delimiter: string, most: number) {
  const between = delimiter.charCodeAt(0);
  let cells: string[] = [];
  let long: number | null = null;
  let held = "";
  let quoted = false;
  let wasQuoted = false;
  let row = 0;
  let pendingCr = false;
  let pendingQuote = false;

  const keep = (text: string) => {
    if (held.length + text.length <= most) {
      held = held === "" ? text : held + text;
      return;
    }
    long ??= cells.length;
    if (held.length < most) held += text.slice(0, most - held.length);
  };
  const endCell = () => {
    cells.push(held);
    held = "";
    wasQuoted = false;
  };
  const endRow = (): Scanned => {
    endCell();
    row += 1;
    const done = { row, cells, long };
    cells = [];
    long = null;
    return done;
  };

  /** Where a quoted cell ends in this text, or the text's end. */
  function insideQuotes(text: string, from: number): number {
    const close = text.indexOf('"', from);
    const until = close < 0 ? text.length : close;
    const part = text.slice(from, until);
    keep(part);
    if (close < 0) return text.length;
    if (close + 1 === text.length) {
      pendingQuote = true;
      return text.length;
    }
    if (text[close + 1] === '"') {
      keep('"');
      return close + 2;
    }
    quoted = false;
    return close + 1;
  }

  function feed(piece: string): Scanned[] {
    const rows: Scanned[] = [];
    let text = piece;
    if (text === "") return rows;
    let at = 0;
    if (pendingQuote) {
      pendingQuote = false;
      if (text.startsWith('"')) {
        keep('"');
        at = 1;
      } else quoted = false;
    }
    if (pendingCr) {
      pendingCr = false;
      if (text[at] === "\n") at += 1;
    }
    if (text.includes("\r") && text.endsWith("\r")) {
      pendingCr = true;
      text = `${text.slice(0, -1)}\n`;
    }
    while (at < text.length) {
      if (quoted) {
        at = insideQuotes(text, at);
        continue;
      }
      if (held === "" && !wasQuoted && text.charCodeAt(at) === quote) {
        quoted = true;
        wasQuoted = true;
        at += 1;
        continue;
      }
      let end = at;
      let sign = 0;
      for (; end < text.length; end++) {
        sign = text.charCodeAt(end);
        if (sign === between || sign === lf || sign === cr) break;
      }
      if (end > at) keep(text.slice(at, end));
      if (end === text.length) return rows;
      at = end + 1;
      if (sign === between) endCell();
      else {
        if (sign === cr && text.charCodeAt(at) === lf) at += 1;
        rows.push(endRow());
      }
    }
    return rows;
  }

  function end(): Scanned[] {
    if (pendingQuote) quoted = false;
    if (quoted)
      throw refusal(
        "open_quote",
        `The quote that opens in row ${row + 1} is never closed. Close it.`,
      );
    return held !== "" || cells.length > 0 || wasQuoted ? [endRow()] : [];
  }
  return { feed, end };
}
