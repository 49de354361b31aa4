import { existsSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { start } from "../system/child.mjs";
import { bin, dataFolder, inRoot } from "../system/project.mjs";

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ args: string[], env: NodeJS.ProcessEnv, onExit: import("../system/command.mjs").OnExit }} Run */

/**
 * Unit tests and tests of the API over HTTP, of all workspaces.
 * @param {Run} options
 */
export async function jest({ args, env, onExit }) {
  const report = reportFile("jest");
  const script = [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    bin("jest"),
    // Modules of finished files stay in a worker's memory, until collecting them takes most of its time.
    `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`,
    "--workerIdleMemoryLimit=1GB",
    "--json",
    `--outputFile=${report}`,
    ...args,
  ];
  const code = await follow(script, { ...env, NODE_ENV: "test" }, onExit);
  return counted(code, report, (/** @type {any} */ found) => ({
    passed: found.numPassedTests,
    // A file that could not even be loaded holds tests that did not pass.
    failed: found.numFailedTests + found.numRuntimeErrorTestSuites,
  }));
}

/**
 * @param {Run} options
 */
export async function playwright(run) {
  const journeys = await project(run, "journeys", 2);
  const measured = await project(run, "measured", 1);
  return {
    passed: journeys.passed + measured.passed,
    failed: journeys.failed + measured.failed,
  };
}

/**
 * @param {Run} run
 * @param {string} name
 * @param {number} workers
 */
async function project({ args, env, onExit }, name, workers) {
  const report = reportFile(`playwright-${name}`);
  const config = inRoot("apps", "web", "playwright.config.ts");
  const script = [
    bin("@playwright/test", "playwright"),
    "test",
    `--config=${config}`,
    "--reporter=list,json",
    `--project=${name}`,
    `--workers=${workers}`,
    "--pass-with-no-tests",
    ...args,
  ];
  const code = await follow(script, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, onExit);
  return counted(code, report, (/** @type {any} */ { stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

/** @param {string} name */
function reportFile(name) {
  const file = path.join(dataFolder(), `${name}-report.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * @param {string[]} script
 * @param {NodeJS.ProcessEnv} env
 * @param {import("../system/command.mjs").OnExit} onExit
 */
function follow(script, env, onExit) {
  const child = start(script, { env, stdio: ["ignore", "inherit", "inherit"] });
  onExit(child.stop);
  return child.ended;
}

/**
 * @param {number} code
 * @param {string} report
 * @param {(found: unknown) => Count} count
 * @returns {Count}
 */
function counted(code, report, count) {
  const found = existsSync(report)
    ? count(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0 };
  return { passed: found.passed, failed: code !== 0 && found.failed === 0 ? 1 : found.failed };
}
