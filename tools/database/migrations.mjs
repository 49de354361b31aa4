import { fileURLToPath } from "node:url";
import { runNode } from "../system/child.mjs";
import { Failure } from "../system/failure.mjs";
import { connected } from "./connection.mjs";
import { migrationNames } from "./migration-files.mjs";
import { grant } from "./roles.mjs";

const enginePath = fileURLToPath(new URL("./schema-engine.mjs", import.meta.url));

/** Any number will do, as long as every replica knows it. */
const lockNumber = 4_807_526_976;

/**
 * Brings a database up to date and lets the API's role in. Replicas that start together take turns.
 * @param {string} ownerUrl
 * @param {string} apiUrl
 * @param {{ say: (line: string) => void, first?: (client: import("pg").Client) => Promise<unknown> }} options `first` is done in the same turn
 * @returns {Promise<string[]>} the migrations that were applied
 */
export const migrate = (ownerUrl, apiUrl, { say, first }) =>
  connected(ownerUrl, async (turn) => {
    const { rows } = await turn.query("select pg_try_advisory_lock($1) as mine", [lockNumber]);
    if (!rows[0].mine) {
      say("Waiting for another replica to finish migrating…");
      await turn.query("select pg_advisory_lock($1)", [lockNumber]);
    }
    await first?.(turn);
    const pending = await pendingMigrations(turn);
    if (pending.length > 0) {
      say(
        `Bringing the database up to date (${pending.length} migration${pending.length === 1 ? "" : "s"})…`,
      );
      await engine(["apply"], ownerUrl);
    }
    await grant(ownerUrl, apiUrl);
    return pending;
  });

/** @param {import("pg").Client} client */
async function pendingMigrations(client) {
  const { rows: tables } = await client.query(
    "select to_regclass('public._prisma_migrations') as found",
  );
  if (!tables[0].found) return migrationNames();
  const { rows } = await client.query(
    "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const done = new Set(rows.map((row) => row.migration_name));
  const known = migrationNames();
  const newer = [...done].find((name) => !known.includes(name));
  if (newer)
    throw new Failure(
      `This database has been migrated by a newer Highwater (${newer} is unknown here); nothing was changed: update this clone, or use another database.`,
    );
  return known.filter((name) => !done.has(name));
}

/**
 * Runs Prisma's schema engine in a process of its own: it keeps connections open and may panic.
 * @param {string[]} args
 * @param {string} url
 */
export async function engine(args, url) {
  const { code, stdout, output } = await runNode([enginePath, ...args], {
    env: { ...process.env, DATABASE_URL: url },
  });
  if (code === 0) return JSON.parse(stdout);
  throw new Failure(output.trim());
}
