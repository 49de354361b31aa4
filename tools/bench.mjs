import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { connected } from "./database/connection.mjs";
import { requireOnlyOne } from "./setup/only-one.mjs";
import { prepare, requireDataFolder } from "./setup/prepare.mjs";
import { start } from "./system/child.mjs";
import { command } from "./system/command.mjs";
import { inRoot } from "./system/project.mjs";

/**
 * `npm run bench`, `npm run bench -- --sizes 1k,10k` for those that grow with a portfolio, or
 * `npm run bench -- import 1000000`: each bench/<name>.bench.mjs against a floor of the same run,
 * on a PostgreSQL that is as durable as the team's.
 */
const [first, ...rest] = process.argv.slice(2);
const bySize = first === "--sizes";
const [name, args] = bySize ? [undefined, [first, ...rest]] : [first, rest];
/** Those that look at the pages. */
const withPages = ["browser", "opening", "start"];
/** Benchmarks that take `--sizes`. */
const growing = ["ranking.bench.mjs", "signing.bench.mjs"];

/** @param {import("./system/command.mjs").OnExit} onExit */
async function environment(onExit) {
  const { startPostgres } = await import("./database/postgres.mjs");
  const { makeTemplate, template } = await import("./testing/template.mjs");
  const folder = path.join(requireDataFolder(), "bench-postgres");
  const { superUrl, passwords } = await startPostgres({ folder, onExit });
  const adminUrl = superUrl("postgres");
  await makeTemplate(adminUrl, passwords);
  const database = `highwater_bench_${randomBytes(4).toString("hex")}`;
  await connected(adminUrl, (client) =>
    client.query(`create database ${database} template ${template}`),
  );
  onExit(() =>
    connected(adminUrl, (client) => client.query(`drop database ${database} with (force)`)),
  );
  const api = new URL(superUrl(database));
  api.username = "highwater_api";
  api.password = passwords.api;
  return { ...process.env, BENCH_ADMIN_URL: superUrl(database), DATABASE_URL: api.href };
}

command(async (onExit) => {
  requireOnlyOne("bench", "The benchmarks run", onExit);
  await prepare(name === undefined || withPages.includes(name) ? "all" : "api");
  const env = await environment(onExit);
  const files = readdirSync(inRoot("bench"))
    .filter((file) => file.endsWith(".bench.mjs"))
    .filter((file) => (bySize ? growing.includes(file) : true))
    .filter((file) => name === undefined || file === `${name}.bench.mjs`);
  for (const file of files) {
    const bench = start([inRoot("bench", file), ...args], { env });
    onExit(bench.stop);
    if ((await bench.ended) !== 0) return 1;
  }
  return files.length > 0 ? 0 : 1;
});
