import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "../system/child.mjs";
import { Failure } from "../system/failure.mjs";
import { withLock } from "../system/lock.mjs";
import { windows } from "../system/project.mjs";
import { as, give } from "./account.mjs";
import { findBinaries } from "./binaries.mjs";
import { credentials } from "./credentials.mjs";
import { findHome, requireUsable } from "./home.mjs";
import { initialise } from "./initialise.mjs";
import { runningPort, setAsideStalePid } from "./running.mjs";
import { Tenants } from "./tenants.mjs";

/** @typedef {import("./home.mjs").Home} Home */
/** @typedef {{ home: Home, program: (name: string) => string, passwords: import("./credentials.mjs").Credentials, fast: boolean }} Cluster */
/**
 * @typedef {object} Postgres
 * @property {(database: string) => string} superUrl
 * @property {import("./credentials.mjs").Credentials} passwords
 * @property {number} port
 * @property {boolean} adopted whether it was running already
 * @property {Home} home
 */

/**
 * Starts the PostgreSQL of a folder, or adopts the one that runs there. It is stopped when its last user leaves.
 * @param {{ folder: string, onExit: import("../system/command.mjs").OnExit, fast?: boolean }} options `fast` gives up durability, for tests
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ folder, onExit, fast = false }) {
  const home = findHome(folder);
  const { major, program } = await findBinaries(home.account);
  requireUsable(home, major, versionOf(home));
  const cluster = { home, program, passwords: credentials(home), fast };
  const tenants = new Tenants(home.folder);
  const alone = (/** @type {() => Promise<any>} */ work) =>
    withLock(path.join(home.folder, "server.lock"), work);
  return alone(async () => {
    onExit(() => alone(async () => tenants.leave() && (await stop(cluster))));
    tenants.enter();
    if (versionOf(home) === null) await initialise(cluster);
    const running = await runningPort(home, cluster.passwords.superuser);
    const port = running ?? (await launch(cluster));
    const superUrl = (/** @type {string} */ database) =>
      `postgresql://postgres:${cluster.passwords.superuser}@127.0.0.1:${port}/${database}`;
    return { superUrl, passwords: cluster.passwords, port, adopted: running !== null, home };
  });
}

/** @param {Home} home */
function versionOf(home) {
  try {
    return readFileSync(path.join(home.data, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EACCES") return null;
    throw new Failure(
      `The data in ${home.data} cannot be read by this user: run Highwater as the user who started it first.`,
    );
  }
}

/**
 * @param {Cluster} cluster
 * @returns {Promise<number>} the port
 */
async function launch(cluster) {
  const { home, fast } = cluster;
  setAsideStalePid(home);
  prepareLog(home);
  const spare = fast ? " -F -N 300 -c synchronous_commit=off -c full_page_writes=off" : "";
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    if ((await control(cluster, "start", ["-l", home.log, "-o", `-p ${port}${spare}`])) === 0)
      return port;
    const started = await runningPort(home, cluster.passwords.superuser);
    if (started !== null) return started;
    // A port taken in between, or children of a killed server that have not all gone yet.
    if (attempt === 5)
      throw new Failure(
        `PostgreSQL did not start: ${lastLine(readFileSync(home.log, "utf8"))} (all of its words are in ${home.log}).`,
      );
    await sleep(1000);
  }
}

/** @param {Cluster} cluster */
async function stop(cluster) {
  if (!existsSync(path.join(cluster.home.data, "postmaster.pid"))) return;
  await control(cluster, "stop", ["-m", "fast"]);
}

/**
 * @param {Cluster} cluster
 * @param {"start" | "stop"} action
 * @param {string[]} args
 */
async function control({ home, program }, action, args) {
  const options = {
    ...as(home.account),
    cwd: home.folder,
    stdio: /** @type {const} */ ("ignore"),
    env: { ...process.env, LC_ALL: "C" },
  };
  // The server inherits pg_ctl's pipes, so there are none; on Windows it gets a console of its own, away from Ctrl-C.
  return (
    await run(program("pg_ctl"), [action, "-D", home.data, "-w", "-t", "60", ...args], {
      ...options,
      detached: windows,
    })
  ).code;
}

/** @param {Home} home */
function prepareLog({ log, account }) {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000)
    renameSync(log, `${log}.old`);
  closeSync(openSync(log, "a", 0o600));
  if (!windows) chmodSync(log, 0o600);
  give(log, account);
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** @param {string} text */
const lastLine = (text) =>
  text
    .trim()
    .split("\n")
    .at(-1)
    ?.replace(/[.\s]+$/, "") ?? "it said nothing";
