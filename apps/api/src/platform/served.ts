import { createHash } from "node:crypto";
import type { z } from "zod";
import { etagOf } from "./etag.js";

/** An item of lists that stays the same in many answers: its bytes, and what stands for them in an ETag. */
export class Item {
  /** Behind a comma. */
  readonly bytes: Buffer;
  readonly digest: Buffer;

  constructor(value: object) {
    this.bytes = Buffer.from(`,${JSON.stringify(value)}`);
    this.digest = createHash("sha256").update(this.bytes).digest();
  }
}

const end = Buffer.from("]}");

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

  /** An object with a list at its end. */
  static listing(head: object, name: string, items: readonly Item[]): Served {
    const begin = Buffer.from(`${JSON.stringify(head).slice(0, -1)},"${name}":[`);
    const [first, ...others] = items.map(({ bytes }) => bytes);
    const list = first ? [first.subarray(1), ...others] : [];
    const digests = items.map(({ digest }) => digest);
    return new Served(
      Buffer.concat([begin, ...list, end]),
      etagOf(Buffer.concat([begin, ...digests])),
    );
  }
}
