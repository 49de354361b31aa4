import { replaceMentions } from "@highwater/shared/discussion/mentions";

interface Piece {
  kind: "kept" | "taken" | "put";
  text: string;
}

const readable = (text: string) => replaceMentions(text, ({ name }) => `@${name}`);
/** Words, and single characters where a script has no spaces. */
const tokens = (text: string) =>
  readable(text).match(/\p{Script=Han}|[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];

/** Beyond so many words the whole text is shown as put in anew. */
const most = 1500;

/** How a text came of the one before, word by word: their longest common subsequence is kept. */
export function changesOf(before: string | undefined, after: string): Piece[] {
  const [a, b] = [tokens(before ?? ""), tokens(after)];
  if (before === undefined || a.length > most || b.length > most)
    return [{ kind: "kept", text: readable(after) }];
  const longest = commonLengths(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      add(pieces, "kept", a[i]);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(longest, i + 1, j) >= at(longest, i, j + 1))) {
      add(pieces, "taken", a[i]);
      i += 1;
    } else {
      add(pieces, "put", b[j]);
      j += 1;
    }
  }
  return pieces;
}

const at = (lengths: readonly Uint16Array[], i: number, j: number) => lengths[i]?.[j] ?? 0;

function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row)
        row[j] =
          a[i] === b[j]
            ? at(lengths, i + 1, j + 1) + 1
            : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}

function add(pieces: Piece[], kind: Piece["kind"], text = "") {
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
}
