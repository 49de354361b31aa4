import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, statSync } from "node:fs";
import { Failure } from "../system/failure.mjs";
import { windows } from "../system/project.mjs";

/** @typedef {{ name: string, uid: number, gid: number } | null} Account null: the server runs as we do */

/**
 * PostgreSQL refuses to run as root, so root runs it as whoever owns the data, or as an account every Unix has.
 * @param {string} data the data directory, made or not
 * @returns {Account}
 */
export function serverAccount(data) {
  if (windows || process.getuid?.() !== 0) return null;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0)
    return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const id = (/** @type {string} */ flag) =>
    Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  try {
    return { name: "nobody", uid: id("-u"), gid: id("-g") };
  } catch {
    throw new Failure(
      "PostgreSQL refuses to run as root and this system has no account called nobody: run Highwater as an ordinary user, or set DATABASE_URL in .env.",
    );
  }
}

/**
 * What makes a spawned program run as the account.
 * @param {Account} account
 */
export const as = (account) => (account ? { uid: account.uid | 0, gid: account.gid | 0 } : {});

/**
 * @param {string} at
 * @param {Account} account
 */
export function give(at, account) {
  if (account) chownSync(at, account.uid, account.gid);
}

/**
 * Asks the system itself, as the account: modes of parents, mounts and access lists all count.
 * @param {string} folder
 * @param {Account} account
 */
export const canEnter = (folder, account) =>
  !account ||
  spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], {
    ...as(account),
    cwd: "/",
    stdio: "ignore",
  }).status === 0;

/**
 * @param {string} program
 * @param {Account} account
 */
export const canRun = (program, account) =>
  !account ||
  spawnSync(program, ["--version"], { ...as(account), cwd: "/", stdio: "ignore" }).status === 0;
