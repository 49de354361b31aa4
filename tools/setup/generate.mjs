import { existsSync } from "node:fs";
import { runOrFail } from "../system/child.mjs";
import { bin, inRoot } from "../system/project.mjs";
import { step } from "../system/step.mjs";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";

const stampFile = inRoot("node_modules", ".highwater-client");
const client = inRoot("apps", "api", "src", "generated", "prisma", "client.ts");

/**
 * Writes the Prisma client when the schema has changed.
 * @param {NodeJS.WriteStream} stream
 */
export async function generate(stream) {
  const schema = fingerprint([
    inRoot("prisma", "schema"),
    inRoot("node_modules", "prisma", "package.json"),
  ]);
  if (existsSync(client) && isStamped(stampFile, schema)) return;
  await step("Generating the database client", prismaGenerate, stream);
  stamp(stampFile, schema);
}

const prismaGenerate = () =>
  runOrFail(
    "The database client could not be generated (Prisma's own words are above): correct prisma/schema.",
    [bin("prisma"), "generate"],
    {
      env: {
        ...process.env,
        // Generating needs no engine, only the path of one; without it the CLI would download it from outside npm.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
