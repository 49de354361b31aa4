import path from "node:path";
import { Failure } from "../system/failure.mjs";
import { tryLock } from "../system/lock.mjs";
import { requireDataFolder } from "./prepare.mjs";

/**
 * Holds a folder for one run of a command at a time.
 * @param {"start" | "test" | "bench"} name
 * @param {string} what
 * @param {import("../system/command.mjs").OnExit} onExit
 */
export function requireOnlyOne(name, what, onExit) {
  const lock = tryLock(path.join(requireDataFolder(), `${name}.lock`));
  if ("heldBy" in lock)
    throw new Failure(
      `${what} in this folder already (process ${lock.heldBy}): use that one, or stop it with Ctrl-C in its window first.`,
    );
  onExit(lock.release);
}
