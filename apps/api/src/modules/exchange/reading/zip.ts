import { StringDecoder } from "node:string_decoder";
import { createInflateRaw } from "node:zlib";
import { refusal } from "./raw.js";

const mostBytes = 1024 ** 3;
/** Texts that a workbook shares stand in memory while it is read. */
const mostShared = 192 * 1024 ** 2;
const mostKept = 64 * 1024 ** 2;
const endOfDirectory = 0x06054b50;

interface Entry {
  name: string;
  method: number;
  packed: number;
  at: number;
}

const broken = () => refusal("broken_workbook", "The workbook is damaged. Save it anew as .xlsx.");

function entriesOf(zip: Buffer): Entry[] {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw broken();
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString("utf8", at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

async function* pieces(zip: Buffer, { at, packed, method }: Entry): AsyncGenerator<Buffer> {
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const content = zip.subarray(begin, begin + packed);
  const inflate = method === 0 ? [content] : createInflateRaw().end(content);
  for await (const piece of inflate) yield piece as Buffer;
}

/** The text of one part of a workbook that was found modest, piece by piece; nothing without it. */
export async function* textOfPart(zip: Buffer, name: string): AsyncGenerator<string> {
  const entry = entriesOf(zip).find((one) => one.name === name);
  if (!entry) return;
  const decoder = new StringDecoder("utf8");
  for await (const piece of pieces(zip, entry)) yield decoder.write(piece);
}

async function inflatedBytes(zip: Buffer, entry: Entry, most: number) {
  if (entry.method === 0) return entry.packed;
  let bytes = 0;
  for await (const { length } of pieces(zip, entry)) {
    bytes += length;
    if (bytes > most) break;
  }
  return bytes;
}

/** The whole of it, or what follows a mark. */
export async function unpacked(zip: Buffer, name: string, mark = ""): Promise<string> {
  let kept = "";
  let found = false;
  for await (const piece of textOfPart(zip, name)) {
    kept += piece;
    const at: number = found ? 0 : kept.indexOf(mark);
    found ||= at >= 0;
    kept = kept.slice(found ? at : -mark.length);
    if (kept.length > mostKept) break;
  }
  return found ? kept : "";
}

/** What is in a workbook is unpacked and counted, never kept: headers of an archive may lie. */
export async function insistOnModestZip(zip: Buffer): Promise<void> {
  let left = mostBytes;
  try {
    for (const entry of entriesOf(zip)) {
      const most = /sharedStrings/.test(entry.name) ? Math.min(left, mostShared) : left;
      const bytes = await inflatedBytes(zip, entry, most);
      if (bytes > most) throw tooMuch(entry.name);
      left -= bytes;
    }
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && "errno" in error)) throw broken();
    throw error;
  }
}

const tooMuch = (name: string) =>
  refusal(
    "unpacks_too_large",
    `The workbook unpacks to more than can be read (${name.slice(0, 60)}). Save it as CSV, or split it.`,
  );
