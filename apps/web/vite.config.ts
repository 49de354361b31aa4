import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const api = `http://127.0.0.1:${process.env["PORT"] ?? 3000}`;

/** Reads only the icons in use: the package's index names 6,000, which takes a build ten seconds. */
const singleIcons = (): Plugin => ({
  name: "single-icons",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("/src/") || !code.includes('"@tabler/icons-react"')) return;
    return code.replace(
      /import \{([^}]+)\} from "@tabler\/icons-react";/g,
      (whole, names: string) =>
        names
          .split(",")
          .map((name) => name.trim())
          .filter(Boolean)
          .map((name) =>
            name.startsWith("type ")
              ? `import type { ${name.slice(5)} } from "@tabler/icons-react";`
              : `import ${name} from "@tabler/icons-react/dist/esm/icons/${name}.mjs";`,
          )
          .join(" ") || whole,
    );
  },
});

/** Every hashed text file beside its gzipped twin, which the API sends as it is. */
const gzipped = (): Plugin => ({
  name: "gzipped",
  apply: "build",
  async closeBundle() {
    const folder = join(import.meta.dirname, "dist", "assets");
    for (const name of await readdir(folder))
      if (/\.(js|css|svg)$/.test(name)) {
        const file = join(folder, name);
        await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }));
      }
  },
});

export default defineConfig({
  plugins: [singleIcons(), react(), gzipped()],
  // Grid areas are named across files (shell, bar, nav): they must not be made local.
  css: { transformer: "lightningcss", lightningcss: { cssModules: { grid: false } } },
  // The API compares Origin with Host: the proxy must leave Host as the browser sent it.
  server: {
    proxy: {
      "/api": { target: api, changeOrigin: false },
      "/health": { target: api, changeOrigin: false },
    },
  },
  build: {
    outDir: "dist",
    target: ["chrome111", "edge111", "firefox114", "safari16.4"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // What is small and used in many places comes together: by itself, each would be a request of its own.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: "small", minShareCount: 4, maxModuleSize: 3000 }] },
      },
    },
  },
});
