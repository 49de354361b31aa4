import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

function rootAbove(folder: string): string {
  if (existsSync(path.join(folder, "prisma", "seed"))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new Error("This program stands in no folder with prisma/seed.");
  return rootAbove(above);
}

/** Where the whole project stands: the program runs from its bundle, the tests from the sources. */
const root = rootAbove(path.dirname(fileURLToPath(import.meta.url)));

export const inProject = (...parts: string[]) => path.join(root, ...parts);
