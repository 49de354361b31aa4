import { refusal } from "./raw.js";

export interface Piece {
  key: string;
  value: unknown;
}

/** No one record may be larger: memory stays flat. */
const mostOfOne = 32_000_000;
const sign = /["{}[\],]/g;
const stringEnd = /["\\]/g;

const indexIn = (text: string, pattern: RegExp, from: number) => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
};

/**
 * The members of one JSON object as they close; of the named lists each entry by itself. Strings and depth are all
 * that has to be known to find their ends.
 */
export async function* records(
  text: AsyncIterable<string>,
  lists: ReadonlySet<string>,
): AsyncGenerator<Piece> {
  let depth = 0;
  let list: string | null = null;
  let inString = false;
  let escaped = false;
  let closed = false;
  let held = "";
  let count = 0;

  const listOpening = (before: string) => {
    const key = /^\s*"(\w+)"\s*:\s*$/.exec(before)?.[1];
    return key !== undefined && lists.has(key) ? key : null;
  };
  function* made(written: string): Generator<Piece> {
    if (written.trim() === "") return;
    count += 1;
    const where = list === null ? "Its beginning" : `Entry ${count} of “${list}”`;
    if (list !== null) yield { key: list, value: parsed(written, where) };
    else
      for (const [key, value] of Object.entries(parsed(`{${written}}`, where) as object))
        yield { key, value };
  }

  for await (const piece of text) {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      if (escaped) {
        escaped = false;
        continue;
      }
      at = indexIn(piece, inString ? stringEnd : sign, at);
      if (at === piece.length) break;
      const found = piece[at];
      if (inString) {
        if (found === "\\") escaped = true;
        else inString = false;
        continue;
      }
      const base = list === null ? 1 : 2;
      if (found === '"') inString = true;
      else if (found === "{" || found === "[") {
        const before = depth === 1 && found === "[" ? held + piece.slice(from, at) : "";
        const opening: string | null = list === null ? listOpening(before) : null;
        depth += 1;
        if (depth > 1 && opening === null) continue;
        list = opening;
        count = 0;
        held = "";
        from = at + 1;
      } else if (found !== ",") {
        depth -= 1;
        if (depth >= base) continue;
        yield* made(held + piece.slice(from, at));
        held = "";
        from = at + 1;
        list = null;
        closed = depth === 0;
      } else if (depth === base) {
        yield* made(held + piece.slice(from, at));
        held = "";
        from = at + 1;
      }
    }
    if (closed) return;
    held += piece.slice(from);
    if (held.length > mostOfOne)
      throw refusal("broken_json", `Entry ${count + 1} is larger than 32 MB. Take it out.`);
  }
  throw refusal(
    "broken_off",
    "The file ends in the middle: not all of it is there. Export it anew.",
  );
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 100) : "";
    throw refusal("broken_json", `${where} is no JSON (${why}). Correct it, or export it anew.`);
  }
}
