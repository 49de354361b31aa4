import { readFile } from "node:fs/promises";
import type { z } from "zod";

/** What a new team starts from stands in `prisma/seed`, as files that people can read. */
export async function readSeed<S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> {
  const file = new URL(`../../../../prisma/seed/${name}`, import.meta.url);
  return schema.parse(JSON.parse(await readFile(file, "utf8")));
}
