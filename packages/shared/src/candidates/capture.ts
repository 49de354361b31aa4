import { nameOfAddress } from "./address.js";
import { type Named, readLine } from "./capture-line.js";
import {
  columnsOf,
  isLoneHeader,
  looksLikeHeader,
  type PastedRecord,
  readRow,
  recordsOf,
} from "./capture-table.js";
import { CandidateInput } from "./contract.js";
import { nameKey, nearSame, websiteKey } from "./likeness.js";

interface PastedRow {
  line: number;
  input: CandidateInput;
  sameAs: number | null;
}
interface Pasted {
  rows: PastedRow[];
  unread: { line: number; text: string }[];
}
type Said = { line: number; named: Named };
type Read = { line: number; text: string; facts: unknown };

/** Whether a name and the address below it look like one thing: "Jasper", https://jasper.ai. */
function alike(name: string, website: string): boolean {
  const [key, site] = [nameKey(name), nameKey(website)];
  return nearSame(name, nameOfAddress(website)) || (key.length > 3 && site.includes(key));
}

/** Names and addresses by turns: a shared title with its link on the line below. */
function inTurns(said: readonly Said[]): boolean {
  const turns = said.every(({ named }, at) =>
    at % 2 === 0 ? !named.website : named.name === null,
  );
  if (!turns || said.length % 2 === 1) return false;
  const title = said[0]?.named.name ?? "";
  return said.length > 2 || /\p{Script=Han}/u.test(title) || title.split(" ").length > 2;
}

/** An address alone belongs to the name on the line above where all take turns, or where the two are alike. */
function paired(said: readonly Said[]): Said[] {
  const always = inTurns(said);
  const result: Said[] = [];
  for (const { line, named } of said) {
    const above = result.at(-1);
    const { name, website } = above?.named ?? {};
    const below = above && line === above.line + 1 && name && !website && named.name === null;
    if (below && named.website && (always || named.labelled || alike(name, named.website)))
      result[result.length - 1] = {
        line: above.line,
        named: { ...above.named, website: named.website },
      };
    else result.push({ line, named });
  }
  return result;
}

const factsOf = ({ name, website, note }: Named) => ({
  name: name ?? nameOfAddress(website ?? ""),
  ...(website ? { website } : {}),
  ...(note ? { notes: note } : {}),
});

/** A table begins with the first row of several cells, and anew with each row of headers. */
function tablesOf(records: readonly PastedRecord[]) {
  const tables: { header: PastedRecord | null; rows: PastedRecord[] }[] = [];
  for (const record of records) {
    const table = tables.at(-1);
    if (looksLikeHeader(record, !table)) tables.push({ header: record, rows: [] });
    else if (table) table.rows.push(record);
    else tables.push({ header: null, rows: [record] });
  }
  return tables;
}

const readTables = (records: readonly PastedRecord[]): Read[] =>
  tablesOf(records).flatMap(({ header, rows }) => {
    const columns = columnsOf(header?.cells ?? [], rows);
    return rows.map(({ line, cells }) => ({
      line,
      text: cells.join(" ").trim(),
      facts: readRow(cells, columns),
    }));
  });

/** The first line of a cell says what it is, the others are notes. */
function readCell(cells: readonly string[]): Named | null {
  const [first = "", ...more] = cells.join(" ").trim().split("\n");
  const named = readLine(first);
  const note = [named?.note, ...more].filter(Boolean).join("\n");
  return named && { ...named, note: note || null };
}

function readLines(records: readonly PastedRecord[]): Read[] {
  const read = records.map(({ line, cells }, at) => {
    const text = cells.join(" ").trim();
    const header = at === 0 && records.length > 1 && isLoneHeader(text);
    return { line, text, named: header ? null : readCell(cells) };
  });
  const texts = new Map(read.map(({ line, text }) => [line, text]));
  const said = paired(read.flatMap(({ line, named }) => (named ? [{ line, named }] : [])));
  const unread = read.flatMap(({ line, named }) => (named ? [] : [{ line, facts: null }]));
  return [...said.map(({ line, named }) => ({ line, facts: factsOf(named) })), ...unread].map(
    ({ line, facts }) => ({ line, text: texts.get(line) ?? "", facts }),
  );
}

/** An earlier line of the same name or site. */
function withRepeats(rows: readonly Omit<PastedRow, "sameAs">[]): PastedRow[] {
  const seen = new Map<string, number>();
  return rows.map(({ line, input }) => {
    const site = input.website ? websiteKey(input.website) : null;
    const name = nameKey(input.name);
    const keys = [...(site ? [`site ${site}`] : []), ...(name ? [`name ${name}`] : [])];
    const [first] = keys.flatMap((key) => seen.get(key) ?? []);
    for (const key of keys) if (!seen.has(key)) seen.set(key, line);
    return { line, input, sameAs: first ?? null };
  });
}

/**
 * Pasted text as candidates: names or addresses one a line, tables copied from a spreadsheet, and
 * messages that share a name with its link, in any mixture, English and Chinese. Nothing is dropped
 * in silence: what is neither the name nor the site goes to the notes, and lines without either to `unread`.
 */
export function readPasted(text: string): Pasted {
  const records = recordsOf(text).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const rowLike = ({ cells }: PastedRecord) => cells.filter((cell) => cell !== "").length > 1;
  const read = [
    ...readTables(records.filter(rowLike)),
    ...readLines(records.filter((record) => !rowLike(record))),
  ].sort((a, b) => a.line - b.line);
  const rows: Omit<PastedRow, "sameAs">[] = [];
  const unread: Pasted["unread"] = [];
  for (const { line, text: said, facts } of read) {
    const input = CandidateInput.safeParse(facts);
    if (input.success) rows.push({ line, input: input.data });
    else unread.push({ line, text: said.slice(0, 200) });
  }
  return { rows: withRepeats(rows), unread };
}
