import { maxCellCharacters, maxImportRows } from "@highwater/shared/exchange/contract";
import { columnsOf } from "./columns.js";
import { tooMany } from "./csv.js";
import { decoded, encodingOf } from "./encoding.js";
import {
  type Cell,
  type Found,
  headOf,
  type Layout,
  type RawRow,
  refusal,
  type Source,
} from "./raw.js";

const mostOfOne = 5_000_000;
const peeked = 100;
/** What stands before a list that is kept in an object. */
const wrapper =
  /^\{\s*"(candidates|items|data|rows|results|list|records|products|companies)"\s*:\s*$/;

const broken = (row: number, why: string) =>
  refusal("broken_json", `Entry ${row} is no JSON object (${why.slice(0, 100)}). Correct it.`);

/**
 * The objects of `[…]`, of `{"candidates": […]}` or of one a line, each as it closes: strings and depth are all
 * that has to be known to find its end.
 */
async function* objects(text: AsyncIterable<string>): AsyncGenerator<Record<string, unknown>> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let held = "";
  let count = 0;
  let wrapped: boolean | null = null;
  for await (const piece of text) {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const sign = piece[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (sign === "\\") escaped = true;
        else if (sign === '"') inString = false;
        continue;
      }
      if (sign === '"') inString = true;
      else if (sign === "{") {
        if (depth === 0) from = at;
        depth += 1;
      } else if (
        sign === "[" &&
        wrapped === null &&
        depth === 1 &&
        wrapper.test(held + piece.slice(from, at))
      ) {
        wrapped = true;
        depth = 0;
        held = "";
        from = at + 1;
      } else if (sign === "}" && depth > 0) {
        depth -= 1;
        if (depth > 0) continue;
        wrapped ??= false;
        count += 1;
        if (count > maxImportRows) throw tooMany();
        yield parsed(held + piece.slice(from, at + 1), count);
        held = "";
        from = at + 1;
      }
    }
    if (depth > 0) held += piece.slice(from);
    if (held.length > mostOfOne) throw broken(count + 1, "it is larger than 5 MB");
  }
  if (depth > 0) throw broken(count + 1, "it is never closed");
}

function parsed(text: string, row: number): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw broken(row, error instanceof Error ? error.message : "");
  }
}

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === "object")
    return Array.isArray(value) && value.every((one) => typeof one !== "object")
      ? value.join("; ")
      : JSON.stringify(value);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : String(value);
};

export async function inspectJson(source: Source): Promise<Found> {
  const head = await headOf(source, 64 * 1024);
  const encoding = encodingOf(head);
  const shape = { encoding, delimiter: null, sheet: null, sheets: [], headerRow: null };
  const seen: Record<string, unknown>[] = [];
  for await (const one of objects(decoded(source, encoding))) {
    seen.push(one);
    if (seen.length === peeked) break;
  }
  if (seen.length === 0) throw refusal("no_rows", "The file has no entries.");
  const keys = [...new Set(seen.flatMap((one) => Object.keys(one)))].slice(0, 500);
  const rows = seen.map((one) => keys.map((key) => cellOf(one[key])));
  return { ...shape, format: "json", columns: columnsOf(keys, rows) };
}

/** What PostgreSQL keeps of a text: no NUL, no half of a character. */
const storable = (cell: Cell): Cell =>
  typeof cell === "string" ? cell.replaceAll("\u0000", "\uFFFD").toWellFormed() : cell;

const faultOf = (code: string, reason: string, column: string | undefined) => ({
  ...{ code: `imports.${code}`, reason },
  column: column ?? "",
});

/** Entries count as rows, from 1. */
export async function* jsonRows(source: Source, layout: Layout): AsyncGenerator<RawRow> {
  const keys = layout.columns.map(({ header }) => header);
  let row = 0;
  for await (const one of objects(decoded(source, layout.encoding ?? "utf-8"))) {
    row += 1;
    const given = keys.map((key) => cellOf(one[key]));
    const cells = given.map(storable);
    const long = cells.findIndex(
      (cell) => typeof cell === "string" && cell.length > maxCellCharacters,
    );
    const broken = cells.findIndex((cell, at) => cell !== given[at]);
    const most = maxCellCharacters.toLocaleString("en");
    if (long >= 0) {
      const reason = `A value may hold ${most} characters. Shorten it.`;
      yield { row, cells, fault: faultOf("cell_too_long", reason, keys[long]) };
    } else if (broken >= 0) {
      const reason = "Remove the NUL or broken characters.";
      yield { row, cells, fault: faultOf("unstorable", reason, keys[broken]) };
    } else yield { row, cells, fault: null };
  }
}
