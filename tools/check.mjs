import { prepare } from "./setup/prepare.mjs";
import { turbo } from "./setup/turbo.mjs";
import { runNode } from "./system/child.mjs";
import { command } from "./system/command.mjs";
import { bin, inRoot } from "./system/project.mjs";

const layers = ["--config", ".dependency-cruiser.cjs", "apps", "packages", "tools"];

/** @typedef {[name: string, run: () => Promise<import("./system/child.mjs").Outcome>]} Check */

/** @type {Check[]} */
const checks = [
  ["types", () => runNode(...turbo("typecheck"))],
  ["style", () => runNode([bin("@biomejs/biome", "biome"), "check", "."])],
  ["layers", () => runNode([bin("dependency-cruiser", "depcruise"), ...layers])],
  ["dead code", () => runNode([bin("knip")])],
  ["migrations", () => runNode([inRoot("tools", "migrate.mjs"), "drift"])],
];

/** @param {Check} check */
async function passes([name, run]) {
  const started = Date.now();
  const { code, output } = await run();
  if (code !== 0) console.log(output.trimEnd());
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? "ok    " : "FAILED"}  ${name.padEnd(10)}  ${seconds} s`);
  return code === 0;
}

command(async () => {
  await prepare("shared");
  let failed = 0;
  for (const check of checks) if (!(await passes(check))) failed++;
  console.log(failed === 0 ? "All checks passed." : `${failed} of ${checks.length} checks failed.`);
  return failed === 0 ? 0 : 1;
});
