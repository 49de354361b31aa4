import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { Failure, reason } from "../system/failure.mjs";
import { canEnter, serverAccount } from "./account.mjs";

/** @typedef {import("./account.mjs").Account} Account */
/** @typedef {{ folder: string, data: string, log: string, account: Account, outside: boolean }} Home */

/** Where root keeps what the server's account cannot reach in the clone. Never a temporary folder: it holds data. */
export const systemFolder = "/var/lib/highwater";

/**
 * Finds the folder of a cluster: the one wished for, or one in the system's folder where the account can work.
 * @param {string} wished
 * @returns {Home}
 */
export function findHome(wished) {
  makeFolder(wished);
  const inside = homeIn(realpathSync(wished), false);
  const { account } = inside;
  if (!account) return inside;
  const reachable = canEnter(inside.folder, account);
  if (holdsData(inside.data)) {
    if (reachable) return inside;
    throw new Failure(
      `PostgreSQL, run as ${account.name}, can no longer reach its data in ${inside.data}: let that account pass through the folders above (chmod o+x), or run Highwater as the user who did before.`,
    );
  }
  const hash = createHash("sha256").update(inside.folder).digest("hex").slice(0, 16);
  const outside = homeIn(path.join(systemFolder, hash), true);
  if (reachable && !holdsData(outside.data)) return inside;
  makeFolder(outside.folder);
  for (const folder of [systemFolder, outside.folder]) chmodSync(folder, 0o755);
  return outside;
}

/**
 * @param {string} folder
 * @param {boolean} outside
 * @returns {Home}
 */
function homeIn(folder, outside) {
  const data = path.join(folder, "data");
  return {
    folder,
    data,
    log: path.join(folder, "server.log"),
    account: serverAccount(data),
    outside,
  };
}

/**
 * Refuses a data directory which is not ours to start, and leaves it as it is.
 * @param {Home} home
 * @param {string} major
 * @param {string | null} found the contents of PG_VERSION
 */
export function requireUsable(home, major, found) {
  if (found !== null && found !== major)
    throw new Failure(
      `The data in ${home.data} are of PostgreSQL ${found} and this Highwater runs PostgreSQL ${major}; nothing was changed: go back to the Highwater which made them and dump them with pg_dump, or move that folder away to begin anew.`,
    );
  if (found === null && holdsData(home.data))
    throw new Failure(
      `The folder ${home.data} is not empty and holds no PostgreSQL database; nothing was changed: move it away and start again.`,
    );
}

/** @param {string} data */
export const holdsData = (data) => existsSync(data) && readdirSync(data).length > 0;

/** @param {string} folder */
function makeFolder(folder) {
  try {
    // Open to pass through, for the server's account; what is secret below has its own modes.
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Failure(
      `The folder ${folder} cannot be made (${reason(error)}): give this user the right to write there, or name another with HIGHWATER_DATA in .env.`,
    );
  }
}
