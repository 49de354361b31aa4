import type { Column, FileShape } from "@highwater/shared/exchange/contract";
import { Problem } from "@highwater/shared/kernel/problem";

/** The bytes of a file, from the beginning each time. */
export type Source = () => AsyncIterable<Buffer>;
export type Cell = string | number | boolean | Date | null;

export interface RawRow {
  /** As a spreadsheet counts, from 1. */
  row: number;
  cells: Cell[];
  /** What cells link to behind their words, by column; only workbooks have such. */
  links?: ReadonlyMap<number, string>;
  /** Why the row can't be used, whatever its cells mean. */
  fault: { code: string; reason: string; column?: string } | null;
}

export type Columns = Column[];

/** What was found in the file, before anybody says what its columns mean. */
export type Found = Omit<FileShape, "columns"> & { columns: Columns };
export type Layout = Pick<
  FileShape,
  "format" | "encoding" | "delimiter" | "sheet" | "headerRow" | "columns"
>;

export const refusal = (code: string, sentence: string) =>
  new Problem("invalid", sentence, { code: `imports.${code}` });

/** The first bytes, enough to tell what a file is. */
export async function headOf(source: Source, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of source()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(pieces).subarray(0, bytes);
}
