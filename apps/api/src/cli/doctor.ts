import { access, statfs } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { Config } from "../platform/config.js";
import { inProject } from "../platform/project.js";
import { examineDatabase } from "./doctor.database.js";
import { type Finding, finding } from "./doctor.finding.js";
import { tableOf } from "./table.js";

const { env } = process;

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fit = major > 20 || (major === 20 && minor >= 19);
  return finding(
    "node",
    fit ? "ok" : "problem",
    `Node ${process.versions.node}`,
    "Install Node 20.19 or newer.",
  );
}

function settings(): Finding[] {
  const told = { DATABASE_URL: "postgresql://none", ...env };
  let config: Config;
  try {
    config = new Config(told);
  } catch (error) {
    return [finding("settings", "problem", String(error), "Correct these lines in .env.")];
  }
  const conflicts: Finding[] = [];
  const warn = (detail: string, todo: string) =>
    conflicts.push(finding("settings", "warning", detail, todo));
  const loopback = ["127.0.0.1", "localhost", "::1"].includes(config.host);
  if (!loopback && !config.secure)
    warn(
      `HOST is ${config.host}, so others reach it, and BASE_URL is not https.`,
      "Set BASE_URL to the https address of your proxy.",
    );
  if (config.trustProxy && !config.baseUrl)
    warn(
      "TRUST_PROXY is set and BASE_URL is not.",
      "Set BASE_URL to the address that browsers use.",
    );
  if (Boolean(env["HIGHWATER_OWNER_EMAIL"]) !== Boolean(env["HIGHWATER_OWNER_PASSWORD"]))
    warn(
      "Of HIGHWATER_OWNER_EMAIL and HIGHWATER_OWNER_PASSWORD only one is set, so neither is used.",
      "Set both, or none.",
    );
  return conflicts.length > 0
    ? conflicts
    : [finding("settings", "ok", `Served at ${config.origin}`)];
}

async function disk(): Promise<Finding> {
  const folder = resolve(env["HIGHWATER_DATA"] || ".highwater");
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const state = free < 200e6 ? "problem" : free < 2e9 ? "warning" : "ok";
    return finding(
      "disk",
      state,
      `${(free / 1e9).toFixed(1)} GB free in ${folder}`,
      "Free some space: the database grows with every file and import.",
    );
  } catch {
    return finding(
      "disk",
      "warning",
      `There is no data folder ${folder}.`,
      "It is made by npm start; name another with HIGHWATER_DATA.",
    );
  }
}

async function web(): Promise<Finding> {
  const root = env["HIGHWATER_WEB_ROOT"] || inProject("apps", "web", "dist");
  try {
    await access(resolve(root, "index.html"));
    return finding("web", "ok", `Built in ${root}`);
  } catch {
    return finding(
      "web",
      "warning",
      `There is no built web in ${root}.`,
      "Run npm start, which builds it.",
    );
  }
}

const marks = { ok: "ok", warning: "warning", problem: "PROBLEM" } as const;

function print(findings: readonly Finding[]) {
  const headings = [{ name: "" }, { name: "" }, { name: "", most: 160 }];
  const rows = findings.flatMap(({ check, state, detail, todo }) => [
    [marks[state], check, detail],
    ...(todo ? [["", "", `→ ${todo}`]] : []),
  ]);
  process.stdout.write(`${tableOf(headings, rows).trimStart()}\n`);
}

export const doctorCommand = (program: Command) =>
  program
    .command("doctor")
    .description("Looks at the installation: what is well, what is not, and what to do")
    .option("--json", "answer in JSON")
    .action(async ({ json }) => {
      const findings = [
        node(),
        ...settings(),
        ...(await examineDatabase(env["DATABASE_URL"], env["HIGHWATER_DATABASE_STATE"])),
        await disk(),
        await web(),
      ];
      const well = findings.every(({ state }) => state !== "problem");
      if (json) process.stdout.write(`${JSON.stringify({ ok: well, checks: findings })}\n`);
      else print(findings);
      if (!well) process.exitCode = 1;
    });
