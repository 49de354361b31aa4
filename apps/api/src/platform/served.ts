import type { z } from "zod";
import { etagOf } from "./etag.js";

/** An answer that has been held against its contract already: its very bytes, and their ETag. */
export class Served {
  readonly bytes: Buffer;
  readonly etag: string;

  constructor(text: string) {
    this.bytes = Buffer.from(text);
    this.etag = etagOf(this.bytes);
  }

  static of<S extends z.ZodType>(schema: S, value: z.input<S>): Served {
    return new Served(JSON.stringify(schema.parse(value)));
  }
}
