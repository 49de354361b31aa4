import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** @param {string | Buffer} text */
export const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/**
 * Changes whenever a file below these paths appears, goes, or is written; reads no contents, so it is quick.
 * @param {string[]} paths
 * @param {(name: string) => boolean} [ignored]
 */
export function fingerprint(paths, ignored = () => false) {
  /** @type {string[]} */
  const lines = [];
  const visit = (/** @type {string} */ at) => {
    const stats = statSync(at, { throwIfNoEntry: false });
    if (stats?.isFile()) lines.push(`${at} ${stats.size} ${stats.mtimeMs}`);
    if (stats?.isDirectory())
      for (const name of readdirSync(at).sort()) if (!ignored(name)) visit(path.join(at, name));
  };
  for (const at of paths) visit(at);
  return sha256(lines.join("\n"));
}

/**
 * @param {string} file
 * @param {string} value
 */
export function isStamped(file, value) {
  try {
    return readFileSync(file, "utf8") === value;
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @param {string} value
 */
export function stamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, value);
}
