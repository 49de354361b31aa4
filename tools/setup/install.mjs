import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { run } from "../system/child.mjs";
import { Failure, reason } from "../system/failure.mjs";
import { inRoot, root, windows } from "../system/project.mjs";
import { step } from "../system/step.mjs";
import { isStamped, sha256, stamp } from "./fingerprint.mjs";

const stampFile = inRoot("node_modules", ".highwater-lock");

/**
 * Installs the packages when there are none, or when package-lock.json has changed since.
 * @param {NodeJS.WriteStream} stream
 */
export async function install(stream) {
  const lock = readFileSync(inRoot("package-lock.json"), "utf8");
  if (isStamped(stampFile, sha256(lock))) return;
  if (!isInstalled(lock)) {
    requireWritable();
    const first = !existsSync(stampFile);
    await step(
      first
        ? "Installing packages (first start only, about 2 minutes)"
        : "Installing packages, their list has changed",
      npmCi,
      stream,
    );
  }
  stamp(stampFile, sha256(lock));
}

async function npmCi() {
  const { file, args, shell } = npm();
  const outcome = await run(
    file,
    [...args, "ci", "--no-audit", "--no-fund", "--no-update-notifier"],
    { shell },
  ).catch((error) => ({ code: 1, output: reason(error) }));
  if (outcome.code === 0) return;
  process.stderr.write(`\n${outcome.output.trimEnd()}\n`);
  throw new Failure(
    "The packages could not be installed (npm's own words are above): check the connection to the npm registry and the free disk space, then try again.",
  );
}

function npm() {
  const running = process.env.npm_execpath ?? "";
  if (path.basename(running) === "npm-cli.js")
    return { file: process.execPath, args: [running], shell: false };
  return { file: windows ? "npm.cmd" : "npm", args: [], shell: windows };
}

function requireWritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Failure(
      `The folder ${root} cannot be written to: give this user the right to write there, or clone Highwater somewhere else.`,
    );
  }
}

/**
 * Whether npm, run by hand, has already installed just what the lock file lists.
 * @param {string} lock
 */
function isInstalled(lock) {
  try {
    const wanted = JSON.parse(lock).packages;
    const found = JSON.parse(
      readFileSync(inRoot("node_modules", ".package-lock.json"), "utf8"),
    ).packages;
    return Object.entries(wanted).every(
      ([at, entry]) =>
        !at.includes("node_modules/") ||
        entry.optional ||
        entry.devOptional ||
        found[at]?.version === entry.version,
    );
  } catch {
    return false;
  }
}
