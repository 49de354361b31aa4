import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Failure, reason } from "./failure.mjs";

export const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));
export const windows = process.platform === "win32";

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Where the passwords, the locks and the embedded database live. */
export const dataFolder = () => path.resolve(root, process.env.HIGHWATER_DATA || ".highwater");

/**
 * The script behind a package's command, so that no shell and no `.cmd` wrapper is needed.
 * @param {string} name
 * @param {string} [command]
 */
export function bin(name, command = name) {
  const folder = inRoot("node_modules", name);
  const listed = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).bin;
  return path.join(folder, typeof listed === "string" ? listed : listed[command]);
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure(
    `Highwater needs Node 20.19 or newer and this is ${process.versions.node}: install it from https://nodejs.org and try again.`,
  );
}

export function loadEnvironment() {
  const file = inRoot(".env");
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new Failure(`The file .env could not be read (${reason(error)}): correct or remove it.`);
  }
}
