import { existsSync, readFileSync, realpathSync, renameSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Failure } from "../system/failure.mjs";
import { commandLine, isAlive, isListed } from "../system/processes.mjs";

/** @typedef {import("./home.mjs").Home} Home */

/** @param {Home} home */
const pidFile = (home) => path.join(home.data, "postmaster.pid");

/**
 * The port of the server that runs on this very data directory, left by a killed run or used by another command.
 * @param {Home} home
 * @param {string} password
 * @returns {Promise<number | null>}
 */
export async function runningPort(home, password) {
  for (let waited = 0; ; waited++) {
    const noted = read(home);
    if (!noted || !isAlive(noted.pid) || isAnotherProgram(noted.pid, home)) return null;
    if (await isOurs(noted.port, password, home)) return noted.port;
    if (waited === 60)
      throw new Failure(
        `The process ${noted.pid} holds the data in ${home.data} and does not answer: see ${home.log}, stop that process and start again.`,
      );
    // It may still be starting, recovering or stopping.
    await sleep(500);
  }
}

/**
 * After a restart of the machine the noted process id may belong to anything, and PostgreSQL would refuse to start.
 * The note is moved away only when its process is seen to be another program, or dead and not yet collected.
 * @param {Home} home
 */
export function setAsideStalePid(home) {
  const noted = read(home);
  if (noted && isListed(noted.pid) && (!isAlive(noted.pid) || isAnotherProgram(noted.pid, home)))
    renameSync(pidFile(home), path.join(home.folder, "postmaster.pid.stale"));
}

/** @param {Home} home */
function read(home) {
  if (!existsSync(pidFile(home))) return null;
  const [pid, , , port] = readFileSync(pidFile(home), "utf8").split("\n");
  return { pid: Number(pid), port: Number(port) };
}

/**
 * @param {number} pid
 * @param {Home} home
 */
function isAnotherProgram(pid, home) {
  const line = commandLine(pid);
  if (line === null) return false;
  return (
    !/postgres/i.test(line) ||
    !(line.includes(home.data) || line.includes(home.data.replaceAll("\\", "/")))
  );
}

/**
 * Only our server takes our password and names our directory.
 * @param {number} port
 * @param {string} password
 * @param {Home} home
 */
async function isOurs(port, password, home) {
  if (!port) return false;
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password,
    database: "postgres",
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("show data_directory");
    return realpathSync(rows[0].data_directory) === realpathSync(home.data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
