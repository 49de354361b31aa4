import { fileURLToPath } from "node:url";

const shared = fileURLToPath(new URL("./packages/shared/src", import.meta.url));

const swc = {
  jsc: {
    target: "es2023",
    parser: { syntax: "typescript", tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: "automatic" },
    },
  },
  module: { type: "es6" },
};

/** One transform for every workspace: swc, ESM out, decorator metadata on; shared read at its source. */
export default {
  setupFilesAfterEnv: [fileURLToPath(new URL("./jest.patience.mjs", import.meta.url))],
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: { "^.+\\.tsx?$": ["@swc/jest", swc] },
  moduleNameMapper: {
    "^@highwater/shared/(.*)$": `${shared}/$1.ts`,
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
};
