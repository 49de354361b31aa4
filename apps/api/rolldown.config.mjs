import { transform } from "@swc/core";
import { defineConfig } from "rolldown";

/** Nest finds what to inject by metadata of decorators, which swc writes, here as in the tests. */
const decorators = {
  name: "decorators",
  transform: {
    filter: { id: /\.ts$/ },
    async handler(/** @type {string} */ code, /** @type {string} */ filename) {
      return { ...(await transform(code, { filename, swcrc: true })), moduleType: "js" };
    },
  },
};

/**
 * The program and its libraries in a few files: two thousand small ones take more than a second to load.
 * See docs/decisions/017-one-bundle.md.
 */
export default defineConfig({
  input: {
    main: "src/main.ts",
    cli: "src/cli.ts",
    // A floor of the benchmarks signs by the program's own statements.
    prepared: "src/platform/prepared.ts",
    signing: "src/modules/reviews/signing.queries.ts",
  },
  platform: "node",
  logLevel: "warn",
  plugins: [decorators],
  resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  external: [
    // It names a folder of its own, to be served.
    /^swagger-ui-dist/,
    // Asked for by libraries that do without them.
    /^@nestjs\/(microservices|platform-express|websockets)/,
    /^class-(transformer|validator)/,
    /^@fastify\/(view|multipart)$/,
    "pg-native",
  ],
  output: {
    dir: "dist",
    format: "esm",
    keepNames: true,
    sourcemap: true,
    chunkFileNames: "chunks/[name].js",
  },
});
