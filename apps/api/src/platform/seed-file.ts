import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { inProject } from "./project.js";

/** What a new team starts from stands in `prisma/seed`, as files that people can read. */
export async function readSeed<S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> {
  return schema.parse(JSON.parse(await readFile(inProject("prisma", "seed", name), "utf8")));
}
