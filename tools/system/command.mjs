import { constants } from "node:os";
import { interruptRuns } from "./child.mjs";
import { Failure } from "./failure.mjs";
import { loadEnvironment, requireNode, root } from "./project.mjs";

/** @typedef {(undo: () => unknown) => void} OnExit */

/**
 * Runs a command, and whatever way it ends undoes what it opened, last opened first.
 * @param {(onExit: OnExit) => Promise<number | void>} main returns the exit code
 * @param {{ interrupted?: number }} [options] the exit code after Ctrl-C or a request to stop
 */
export function command(main, { interrupted } = {}) {
  /** @type {(() => unknown)[]} */
  const undos = [];
  let ending = false;
  const end = async (/** @type {number} */ code) => {
    if (ending) return;
    ending = true;
    interruptRuns();
    for (const undo of undos.reverse()) await Promise.resolve().then(undo).catch(report);
    process.exit(code);
  };
  const interrupt = (/** @type {NodeJS.Signals} */ signal) =>
    end(interrupted ?? 128 + constants.signals[signal]);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, interrupt);
  onParentGone(() => interrupt("SIGTERM"));

  Promise.resolve()
    .then(() => {
      process.chdir(root);
      requireNode();
      loadEnvironment();
      return main((undo) => undos.push(undo));
    })
    .then(
      (code) => end(code ?? 0),
      (error) => {
        if (!ending) report(error);
        return end(1);
      },
    );
}

/**
 * Asked to stop, npm passes it on to its shell, which dies of it and does not tell us.
 * @param {() => unknown} gone
 */
function onParentGone(gone) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid !== parent && gone(), 500).unref();
}

/** @param {unknown} error */
function report(error) {
  if (error instanceof Failure) process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `Something unforeseen went wrong in Highwater's tools: ${error instanceof Error ? error.stack : error}\n`,
    );
}
