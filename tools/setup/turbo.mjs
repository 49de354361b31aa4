import { runOrFail } from "../system/child.mjs";
import { bin } from "../system/project.mjs";

const quiet = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };

/**
 * @param {string} sentence what to tell the reader when it fails
 * @param {string[]} args
 */
export const turbo = (sentence, args) =>
  runOrFail(sentence, [bin("turbo"), "run", ...args, "--output-logs=errors-only", "--ui=stream", "--no-color"], {
    env: { ...process.env, ...quiet },
  });
