import type { encodings } from "@highwater/shared/exchange/contract";
import iconv from "iconv-lite";
import { refusal, type Source } from "./raw.js";

export type Encoding = (typeof encodings)[number];

/** Whether these bytes are UTF-8, but for a character that the cut may have split. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Half of the bytes of UTF-16 text in European letters are NUL: the high ones, or the low ones. */
function utf16Of(bytes: Buffer): Encoding | null {
  const nul = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) nul[at % 2] = (nul[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nul;
  if (odd > length / 8 && odd > 4 * even) return "utf-16le";
  if (even > length / 8 && even > 4 * odd) return "utf-16be";
  return null;
}

/** By its byte-order mark, else by what its bytes can be: UTF-8, UTF-16, then GB18030. */
export function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const wide = utf16Of(head);
  if (wide) return wide;
  if (isUtf8(head)) return "utf-8";
  const text = iconv.decode(head.subarray(0, head.length - (head.length % 2)), "gb18030");
  const broken = (text.match(/\uFFFD/g) ?? []).length;
  if (broken > 2 + text.length / 1000)
    throw refusal("encoding", "The file is neither UTF-8, UTF-16 nor GB18030. Save it as UTF-8.");
  return "gb18030";
}

/** In which row the first NUL stands: read anew, since it is asked for once. */
async function nulRow(source: Source, encoding: Encoding): Promise<number> {
  const decoder = new TextDecoder(encoding);
  let rows = 1;
  for await (const bytes of source()) {
    const text = decoder.decode(bytes, { stream: true });
    const at = text.indexOf("\u0000");
    rows += (at < 0 ? text : text.slice(0, at)).split("\n").length - 1;
    if (at >= 0) break;
  }
  return rows;
}

/** The text of the file, piece by piece, without its byte-order mark. PostgreSQL keeps no NUL. */
export async function* decoded(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  let read = 0;
  try {
    for await (const bytes of source()) {
      read += bytes.length;
      const text = decoder.decode(bytes, { stream: true });
      if (text.includes("\u0000"))
        throw refusal(
          "not_a_table",
          `Row ${await nulRow(source, encoding)} holds NUL bytes: this is no text. Choose a table.`,
        );
      yield text;
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refusal(
      "encoding",
      `The file begins as UTF-8, and is not any more before byte ${read}. Save it as UTF-8.`,
    );
  }
}
