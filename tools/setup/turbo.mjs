import { bin } from "../system/project.mjs";

/**
 * Turbo without news, statistics or colours; it speaks of failures only.
 * @param {...string} task
 * @returns {[args: string[], options: { env: NodeJS.ProcessEnv }]}
 */
export const turbo = (...task) => [
  [bin("turbo"), "run", ...task, "--output-logs=errors-only", "--ui=stream", "--no-color"],
  {
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: "1",
      TURBO_NO_UPDATE_NOTIFIER: "1",
      DO_NOT_TRACK: "1",
    },
  },
];
