import { existsSync } from "node:fs";
import { runOrFail } from "../system/child.mjs";
import { Failure } from "../system/failure.mjs";
import { inRoot } from "../system/project.mjs";
import { step } from "../system/step.mjs";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { turbo } from "./turbo.mjs";

/** @typedef {"all" | "api" | "shared"} Part a package is built with those it needs */

const stampFile = inRoot("node_modules", ".highwater-build");
const sources = ["apps", "packages", "turbo.json", "tsconfig.base.json", "package-lock.json"].map(
  (at) => inRoot(at),
);
const products = ["packages/shared/dist", "apps/api/dist/main.js", "apps/web/dist/index.html"].map(
  (at) => inRoot(at),
);

const sentence =
  "The build failed (its own words are above): correct what they name and try again.";

/**
 * Builds what has changed. Turbo is asked only when a file was touched: a warm start should not wait for it.
 * @param {Part} part
 * @param {NodeJS.WriteStream} stream
 */
export async function build(part, stream) {
  const made = fingerprint(
    sources,
    (name) => name === "node_modules" || name === ".turbo" || name === "dist",
  );
  if (isStamped(stampFile, made) && products.every((at) => existsSync(at))) return;
  const only = part === "all" ? [] : [`--filter=@highwater/${part}`];
  await step(
    "Building what has changed",
    () => runOrFail(sentence, ...turbo("build", ...only)),
    stream,
  );
  if (part !== "all") return;
  const missing = products.find((at) => !existsSync(at));
  if (missing)
    throw new Failure(`The build ended without making ${missing}: run npm ci and try again.`);
  stamp(stampFile, made);
}
