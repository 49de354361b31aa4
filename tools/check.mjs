import { prepare } from "./setup/prepare.mjs";
import { runNode } from "./system/child.mjs";
import { command } from "./system/command.mjs";
import { bin, inRoot } from "./system/project.mjs";

/** @typedef {[name: string, args: () => string[]]} Check */

/** @type {Check[]} */
const checks = [
  [
    "types",
    () => [
      bin("turbo"),
      "run",
      "typecheck",
      "--output-logs=errors-only",
      "--ui=stream",
      "--no-color",
    ],
  ],
  ["style", () => [bin("@biomejs/biome", "biome"), "check", "."]],
  [
    "layers",
    () => [
      bin("dependency-cruiser", "depcruise"),
      "--config",
      ".dependency-cruiser.cjs",
      "apps",
      "packages",
      "tools",
    ],
  ],
  ["dead code", () => [bin("knip")]],
  ["migrations", () => [inRoot("tools", "migrate.mjs"), "drift"]],
];

/** @param {Check} check */
async function passes([name, args]) {
  const started = Date.now();
  const { code, output } = await runNode(args(), {
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
  });
  if (code !== 0) console.log(output.trimEnd());
  console.log(
    `${code === 0 ? "ok    " : "FAILED"}  ${name.padEnd(10)}  ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return code === 0;
}

command(async () => {
  await prepare("shared");
  let failed = 0;
  for (const check of checks) if (!(await passes(check))) failed++;
  console.log(failed === 0 ? "All checks passed." : `${failed} of ${checks.length} checks failed.`);
  return failed === 0 ? 0 : 1;
});
