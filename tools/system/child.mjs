import { spawn } from "node:child_process";
import { Failure } from "./failure.mjs";
import { root, windows } from "./project.mjs";

/** @typedef {import("node:child_process").SpawnOptions} SpawnOptions */
/** @typedef {{ code: number, output: string, stdout: string }} Outcome */

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Ends the programs that are run at this moment: who asked for their answer is leaving. */
export function interruptRuns() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a program to its end and keeps what it said.
 * @param {string} file
 * @param {string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe"],
      ...options,
    });
    running.add(child);
    let output = "";
    let stdout = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code: exitCode(code, signal), output, stdout });
    });
  });
}

/**
 * @param {string[]} args a script and its arguments
 * @param {SpawnOptions} [options]
 */
export const runNode = (args, options) => run(process.execPath, args, options);

/**
 * Runs a script whose failure ends the command, after showing what the script said.
 * @param {string} sentence what to tell the reader
 * @param {string[]} args
 * @param {SpawnOptions} [options]
 */
export async function runOrFail(sentence, args, options) {
  const { code, output, stdout } = await runNode(args, options);
  if (code === 0) return stdout;
  process.stderr.write(`${output.trimEnd()}\n`);
  throw new Failure(sentence);
}

/**
 * A child that shares our terminal and lives as long as we do.
 * @param {string[]} args
 * @param {SpawnOptions} [options]
 */
export function start(args, options = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", ...options });
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(exitCode(code, signal)));
  });
  return { ended, stop: () => stop(child, ended) };
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {Promise<number>} ended
 */
async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // On Windows a signal is a kill; the console has already told the child of Ctrl-C.
  if (!windows) child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
const exitCode = (code, signal) =>
  code ?? (signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 1);
