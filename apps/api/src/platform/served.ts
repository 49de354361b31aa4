import { createHash } from "node:crypto";
import type { z } from "zod";
import { etagOf } from "./etag.js";

/** A part of answers that stays the same in many of them: its bytes, and what stands for them in an ETag. */
export class Piece {
  readonly bytes: Buffer;
  readonly digest: Buffer;

  constructor(text: string) {
    this.bytes = Buffer.from(text);
    this.digest = createHash("sha256").update(this.bytes).digest();
  }
}

const comma = Buffer.from(",");

/** An answer that has been held against its contract already: its very bytes, and their ETag. */
export class Served {
  private constructor(
    readonly bytes: Buffer,
    readonly etag: string,
  ) {}

  static of<S extends z.ZodType>(schema: S, value: z.input<S>): Served {
    const bytes = Buffer.from(JSON.stringify(schema.parse(value)));
    return new Served(bytes, etagOf(bytes));
  }

  /** An object with a list at its end, whose items are pieces. */
  static listing(head: object, name: string, items: readonly Piece[]): Served {
    const text = Buffer.from(`${JSON.stringify(head).slice(0, -1)},"${name}":[`);
    const bytes = [text, ...items.flatMap((item) => [comma, item.bytes]), Buffer.from("]}")];
    if (items.length > 0) bytes.splice(1, 1);
    const digests = items.map(({ digest }) => digest);
    return new Served(Buffer.concat(bytes), etagOf(Buffer.concat([text, ...digests])));
  }
}
