import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { Failure } from "../system/failure.mjs";
import { holdsData } from "./home.mjs";

/** @typedef {{ superuser: string, owner: string, api: string }} Credentials */

/**
 * The cluster's passwords, made once and readable by this user only.
 * @param {import("./home.mjs").Home} home
 * @returns {Credentials}
 */
export function credentials(home) {
  const file = path.join(home.folder, "credentials.json");
  if (existsSync(file)) return JSON.parse(readOwn(file));
  if (holdsData(home.data))
    throw new Failure(
      `The passwords of the database in ${home.data} are missing (${file}): put that file back, or move the data folder away to begin anew.`,
    );
  const made = { superuser: password(), owner: password(), api: password() };
  writeDurably(file, JSON.stringify(made, null, 2));
  return made;
}

const password = () => randomBytes(24).toString("base64url");

/** @param {string} file */
function readOwn(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Failure(
      `The file ${file} cannot be read by this user: run Highwater as the user who started it first.`,
    );
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
function writeDurably(file, text) {
  const unfinished = `${file}.${process.pid}`;
  const handle = openSync(unfinished, "w", 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, file);
}
