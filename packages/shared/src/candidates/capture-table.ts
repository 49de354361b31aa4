import { normaliseHeader } from "../exchange/headers.js";
import { proposeTargets } from "../exchange/mapping.js";
import { findAddress, nameOfAddress } from "./address.js";
import { joined } from "./capture-line.js";
import type { CandidateInput } from "./contract.js";

/** A line of the paste, or several where a quoted cell holds line breaks. */
export interface PastedRecord {
  line: number;
  cells: string[];
}

const closing = /[^"]*(?:""[^"]*)*"(?=\t|$)/y;

/** The quoted cell that begins here, as spreadsheets copy cells with line breaks; null when it isn't one. */
function quotedCell(lines: readonly string[], at: number, rest: string) {
  let text = "";
  let part = rest.slice(1);
  for (let line = at; line < lines.length && line < at + 100; part = lines[++line] ?? "") {
    closing.lastIndex = 0;
    const [end] = closing.exec(part) ?? [];
    if (end !== undefined)
      return {
        text: (text + end.slice(0, -1)).replaceAll('""', '"'),
        rest: part.slice(end.length),
        line,
      };
    text += `${part}\n`;
  }
  return null;
}

/** A row of a table in Markdown; the line of dashes below its header is an empty one. */
function markdownRow(line: string): string[] | null {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
  if (row === undefined) return null;
  return row.split("|").map((cell) => cell.trim().replace(/^:?-+:?$/, ""));
}

function readRecord(lines: readonly string[], from: number) {
  const row = markdownRow(lines[from] ?? "");
  if (row) return { cells: row, next: from + 1 };
  const cells: string[] = [];
  let line = from;
  for (let rest = lines[from] ?? ""; ; rest = rest.slice(1)) {
    const quoted = rest.startsWith('"') ? quotedCell(lines, line, rest) : null;
    const tab = rest.indexOf("\t");
    cells.push((quoted?.text ?? (tab < 0 ? rest : rest.slice(0, tab))).trim());
    line = quoted?.line ?? line;
    rest = quoted?.rest ?? (tab < 0 ? "" : rest.slice(tab));
    if (rest === "") return { cells, next: line + 1 };
  }
}

export function recordsOf(text: string): PastedRecord[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|[\n\r\u2028\u2029]/);
  const records: PastedRecord[] = [];
  for (let at = 0; at < lines.length; ) {
    const { cells, next } = readRecord(lines, at);
    records.push({ line: at + 1, cells });
    at = next;
  }
  return records;
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== "");
const targetOf = (header: string) =>
  proposeTargets([{ index: 0, header, samples: [] }], { fields: [], remembered: {} })[0];
const isHeader = (cell: string) => targetOf(cell)?.because === "header";

/** The header of a single column. */
export const isLoneHeader = (text: string): boolean => {
  const proposal = targetOf(text)?.proposal;
  return isHeader(text) && (proposal === "name" || proposal === "website");
};

/** In the middle of a paste only a row that names two columns, one of them the names, begins a new table. */
export function looksLikeHeader({ cells }: PastedRecord, first: boolean): boolean {
  const given = filled(cells);
  if (given.some((cell) => cell.length > 30 || findAddress(cell))) return false;
  const known = given.filter(isHeader);
  if (first && given[0] !== undefined && isHeader(given[0])) return true;
  return known.length > 1 && (first || known.some((cell) => targetOf(cell)?.proposal === "name"));
}

const texts = {
  thesis: 500,
  problem: 5000,
  description: 20_000,
  interface: 200,
  vertical: 60,
  buyer: 200,
  source: 500,
  partners: 2000,
} as const;
type TextFact = keyof typeof texts;
const isText = (target: string): target is TextFact => target in texts;

interface PastedColumn {
  header: string;
  target: string;
}

const counting = new Set(["", "no", "nr", "number", "id", "序号", "编号", "序", "排名", "rank"]);

/** 1, 2, 3 … beside the rows: says nothing. */
const counts = (header: string, values: readonly string[]) =>
  counting.has(normaliseHeader(header)) &&
  values.length > 0 &&
  values.every((value) => /^\d+$/.test(value)) &&
  (header !== "" || values.every((value, at) => Number(value) === Number(values[0]) + at));

/** What each column becomes: by its header, else by its values; `note` for whatever is left. */
export function columnsOf(
  header: readonly string[],
  rows: readonly PastedRecord[],
): PastedColumn[] {
  const width = Math.max(header.length, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => {
    const values = filled(rows.map(({ cells }) => cells[index] ?? ""));
    const samples = values.slice(0, 20).map((value) => findAddress(value)?.address ?? value);
    return { index, header: header[index] ?? "", samples, values };
  });
  const proposed = proposeTargets(columns, { fields: [], remembered: {} });
  const named = proposed.find(
    ({ proposal, because }) => proposal === "name" && because === "header",
  );
  const fallback = proposed.find(
    ({ index, proposal, looksLike }) =>
      (proposal === "skip" || proposal === "name") &&
      looksLike === "text" &&
      (columns[index]?.values.length ?? 0) > 0,
  );
  return columns.map(({ index, header: title, values }) => {
    const proposal = proposed[index]?.proposal ?? "skip";
    if (index === (named ?? fallback)?.index) return { header: title, target: "name" };
    if (counts(title, values)) return { header: title, target: "skip" };
    const idle = proposal === "name" || proposal === "skip";
    return { header: title, target: idle ? "note" : proposal };
  });
}

type Facts = Omit<CandidateInput, "name"> & { name: string | null };

const tagsOf = (text: string) =>
  [...new Set(text.split(/[;；,，、|\n]/).map((tag) => tag.trim()))].filter(
    (tag) => tag !== "" && tag.length <= 60,
  );

/** The facts of a row of a table. What fits nowhere is kept in the notes, under its header. */
export function readRow(cells: readonly string[], columns: readonly PastedColumn[]): Facts | null {
  const facts: Facts = { name: null };
  const notes: (string | null)[] = [];
  for (const [index, { header, target }] of columns.entries()) {
    const cell = cells[index] ?? "";
    const found = findAddress(cell);
    if (cell === "" || target === "skip") continue;
    if (target === "name") {
      const own = found && /^https?:/i.test(found.typed) ? found : null;
      if (own && !facts.website) facts.website = own.address;
      const [name = "", ...more] = (own ? `${own.before} ${own.after}` : cell).trim().split("\n");
      facts.name = name.trim().slice(0, 200) || null;
      notes.push(more.join(" ").trim());
    } else if (found && (target === "website" || (!facts.website && found.typed === cell))) {
      facts.website = found.address;
      notes.push(`${found.before} ${found.after}`.trim());
    } else if (target === "tags") facts.tags = tagsOf(cell).slice(0, 50);
    else if (isText(target) && cell.length <= texts[target]) facts[target] = cell;
    else notes.push(target === "notes" || header === "" ? cell : `${header}: ${cell}`);
  }
  const site = findAddress(facts.name ?? "");
  if (!facts.website && site?.typed === facts.name) facts.website = site.address;
  if (facts.name === null && !facts.website) return null;
  const note = joined(...notes);
  return {
    ...facts,
    name: facts.name ?? nameOfAddress(facts.website ?? ""),
    ...(note ? { notes: note } : {}),
  };
}
