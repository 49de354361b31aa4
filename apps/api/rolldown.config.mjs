import { readFileSync } from "node:fs";
import { transform } from "@swc/core";
import { defineConfig } from "rolldown";

const swc = JSON.parse(readFileSync(new URL(".swcrc", import.meta.url), "utf8"));

/** Nest finds what to inject by metadata of decorators, which swc writes, here as in the tests. */
const decorators = {
  name: "decorators",
  transform: {
    filter: { id: /\.ts$/ },
    async handler(/** @type {string} */ code, /** @type {string} */ filename) {
      const { code: plain, map } = await transform(code, {
        ...swc,
        filename,
        swcrc: false,
        configFile: false,
      });
      return { code: plain, map, moduleType: "js" };
    },
  },
};

/**
 * The program and its libraries in a few files: two thousand small ones take more than a second to load.
 * See docs/decisions/017-one-bundle.md.
 */
export default defineConfig({
  input: { main: "src/main.ts", cli: "src/cli.ts" },
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
    cleanDir: true,
    format: "esm",
    keepNames: true,
    sourcemap: true,
    chunkFileNames: "chunks/[name]-[hash].js",
  },
});
