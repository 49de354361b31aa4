import type { z } from "zod";

/** An answer that has been held against its contract already: its very bytes. */
export class Served {
  constructor(readonly text: string) {}

  static of<S extends z.ZodType>(schema: S, value: z.input<S>): Served {
    return new Served(JSON.stringify(schema.parse(value)));
  }
}
