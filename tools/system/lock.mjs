import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { birth } from "./processes.mjs";

/** @typedef {{ pid: number, birth: string | null }} Holder */

/**
 * Takes a lock file, or says who holds it. A lock whose process is gone (kill -9, power cut) is taken over.
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: number }}
 */
export function tryLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const me = JSON.stringify({ pid: process.pid, birth: birth(process.pid) });
  for (let attempt = 0; attempt < 20; attempt++) {
    if (create(file, me)) return { release: () => release(file, me) };
    const text = read(file);
    if (text === null) continue;
    const holder = parse(text);
    if (holder ? isHeld(holder) : isBeingWritten(file)) return { heldBy: holder?.pid ?? 0 };
    setAside(file, text);
  }
  return { heldBy: 0 };
}

/**
 * Waits for the lock, works, and gives it back.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [waiting] told once, when it takes more than a second
 * @returns {Promise<T>}
 */
export async function withLock(file, work, waiting = () => {}) {
  for (let waited = 0; ; waited++) {
    const lock = tryLock(file);
    if ("release" in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (waited === 10) waiting();
    await sleep(100);
  }
}

/** @param {Holder} holder */
export const isHeld = (holder) => {
  const born = birth(holder.pid);
  return (
    born !== null && (born === holder.birth || born === "unknown" || holder.birth === "unknown")
  );
};

/** @param {string} text */
function parse(text) {
  try {
    return /** @type {Holder} */ (JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
function create(file, text) {
  try {
    const handle = openSync(file, "wx", 0o644);
    writeSync(handle, text);
    closeSync(handle);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** @param {string} file */
function isBeingWritten(file) {
  try {
    return Date.now() - statSync(file).mtimeMs < 5000;
  } catch {
    return true;
  }
}

/**
 * Two may find the same stale lock: whoever moved the other's fresh one puts it back.
 * @param {string} file
 * @param {string} stale
 */
function setAside(file, stale) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== null && moved !== stale) create(file, moved);
  rmSync(aside, { force: true });
}

/**
 * @param {string} file
 * @param {string} mine
 */
function release(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true });
}
