import type { SnapshotColumns } from "./snapshot.queries.js";

/**
 * The rows of a ranking by columns, in the delivered order. `places` is each row's place by name, `stageAt` its stage
 * by number, `counts` the six counts of each row, criterion after criterion.
 */
export interface SnapshotRows {
  size: number;
  ids: Buffer;
  names: string[];
  reviews: Uint32Array;
  /** How many members back each row. */
  champions: Uint32Array;
  places: Uint32Array;
  stageAt: Uint32Array;
  verticals: (string | null)[];
  tags: string[][];
  counts: Uint16Array;
}

/** What the database has laid out. */
export function decoded(from: SnapshotColumns): SnapshotRows {
  const counts = Buffer.from(from.counts ?? []).swap16();
  return {
    size: from.size,
    ids: Buffer.from(from.ids ?? []),
    names: from.names ?? [],
    reviews: numbers(from.reviews),
    champions: numbers(from.champions),
    places: numbers(from.places),
    stageAt: numbers(from.stages),
    verticals: from.verticals ?? [],
    tags: from.tags ?? [],
    counts: new Uint16Array(counts.buffer, counts.byteOffset, counts.length / 2),
  };
}

/** Big-endian, as the database lays them out. */
function numbers(bytes: Uint8Array | null): Uint32Array {
  const swapped = Buffer.from(bytes ?? []).swap32();
  return new Uint32Array(swapped.buffer, swapped.byteOffset, swapped.length / 4);
}

export const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");

/** So few ids are looked for among all before a map of all is made for them. */
const soughtOneByOne = 16;

/** The candidates of a ranking, 16 bytes each, and where they stand in it. */
export class RowIds {
  private rows: Map<string, number> | undefined;

  constructor(readonly bytes: Buffer) {}

  at(row: number): string {
    const hex = this.bytes.toString("hex", row * 16, row * 16 + 16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  rowOf(id: string): number | undefined {
    return this.rowsOf(bytesOf(id))[0];
  }

  /** Rows of ids, 16 bytes each; those that are not in it are left out. */
  rowsOf(ids: Uint8Array): number[] {
    const bytes = Buffer.from(ids.buffer, ids.byteOffset, ids.length);
    const few = !this.rows && bytes.length <= 16 * soughtOneByOne;
    const rows: number[] = [];
    for (let at = 0; at < bytes.length; at += 16) {
      const id = bytes.subarray(at, at + 16);
      const row = few ? this.sought(id) : this.all().get(id.toString("latin1"));
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  private sought(id: Buffer): number | undefined {
    let found = this.bytes.indexOf(id);
    while (found >= 0 && found % 16 !== 0) found = this.bytes.indexOf(id, found + 1);
    return found < 0 ? undefined : found / 16;
  }

  private all(): Map<string, number> {
    this.rows ??= new Map(
      Array.from({ length: this.bytes.length / 16 }, (_, row) => [
        this.bytes.toString("latin1", row * 16, row * 16 + 16),
        row,
      ]),
    );
    return this.rows;
  }
}
