import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure, reason } from "../system/failure.mjs";
import { withLock } from "../system/lock.mjs";
import { dataFolder } from "../system/project.mjs";
import { build } from "./build.mjs";
import { generate } from "./generate.mjs";
import { install } from "./install.mjs";

/**
 * Brings a clone, fresh or old, to where its programs can run. Quick when there is nothing to do.
 * @param {import("./build.mjs").Part} part
 * @param {NodeJS.WriteStream} [stream] where to say what takes long
 */
export async function prepare(part, stream = process.stdout) {
  const folder = requireDataFolder();
  const waiting = () =>
    stream.write("Waiting for another Highwater command to finish preparing…\n");
  await withLock(
    path.join(folder, "prepare.lock"),
    async () => {
      await install(stream);
      await generate(stream);
      await build(part, stream);
    },
    waiting,
  );
}

export function requireDataFolder() {
  const folder = dataFolder();
  const trial = path.join(folder, `.trial-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(trial, "");
    rmSync(trial);
    return folder;
  } catch (error) {
    throw new Failure(
      `Highwater cannot write to ${folder} (${reason(error)}): give this user the right to write there, or name another folder with HIGHWATER_DATA in .env.`,
    );
  }
}
