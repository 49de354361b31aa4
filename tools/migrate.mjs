import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { install } from "./setup/install.mjs";
import { requireDataFolder } from "./setup/prepare.mjs";
import { command } from "./system/command.mjs";
import { Failure } from "./system/failure.mjs";
import { withLock } from "./system/lock.mjs";
import { inRoot } from "./system/project.mjs";

/** @typedef {import("./system/command.mjs").OnExit} OnExit */

const usage = `Use one of:
  node tools/migrate.mjs deploy       bring the database of DATABASE_URL, or the embedded one, up to date
  node tools/migrate.mjs dev <name>   write the next migration from the change in prisma/schema
  node tools/migrate.mjs drift        tell whether prisma/schema and prisma/migrations say the same`;

/** @param {OnExit} onExit */
async function deploy(onExit) {
  const { openDatabase } = await import("./database/open.mjs");
  await openDatabase({ onExit, say: console.log });
  console.log("The database is up to date.");
}

/**
 * @param {OnExit} onExit
 * @param {string | undefined} name
 */
async function author(onExit, name) {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Failure(
      "Name the migration in small letters, digits and underscores: node tools/migrate.mjs dev add_reviews",
    );
  const { exitCode, stdout } = await onScratch(onExit, ["drift"]);
  if (exitCode === 0) return console.log("The migrations already say what prisma/schema says.");
  const folder = path.join("prisma", "migrations", `${timestamp(new Date())}_${name}`);
  mkdirSync(inRoot(folder), { recursive: true });
  writeFileSync(inRoot(folder, "migration.sql"), stdout);
  console.log(`Written: ${path.join(folder, "migration.sql")}`);
}

/** @param {Date} now */
const timestamp = (now) => now.toISOString().replace(/\D/g, "").slice(0, 14);

/** @param {OnExit} onExit */
async function drift(onExit) {
  const { exitCode, stdout } = await onScratch(onExit, ["drift"]);
  if (exitCode === 0) {
    console.log("prisma/schema and prisma/migrations say the same.");
    return 0;
  }
  console.log(stdout);
  console.log(
    "prisma/schema says more than prisma/migrations, by the SQL above: run node tools/migrate.mjs dev <name>.",
  );
  return 1;
}

/**
 * @param {OnExit} onExit
 * @param {string[]} task
 */
async function onScratch(onExit, task) {
  const { startScratchPostgres, withScratchDatabase } = await import("./database/scratch.mjs");
  const { engine } = await import("./database/migrations.mjs");
  const { adminUrl } = await startScratchPostgres(onExit);
  return withScratchDatabase(adminUrl, (url) => engine(task, url));
}

command(async (onExit) => {
  const [task, name] = process.argv.slice(2);
  await withLock(path.join(requireDataFolder(), "prepare.lock"), () => install(process.stdout));
  if (task === "deploy") return deploy(onExit);
  if (task === "dev") return author(onExit, name);
  if (task === "drift") return drift(onExit);
  throw new Failure(usage);
});
