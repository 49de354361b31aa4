import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = `http://127.0.0.1:${process.env["PORT"] ?? 3000}`;

export default defineConfig({
  plugins: [react()],
  css: {
    transformer: "lightningcss",
    // Grid areas are named in one module and taken in another.
    lightningcss: { cssModules: { grid: false } },
  },
  server: { proxy: { "/api": api, "/health": api } },
  build: {
    outDir: "dist",
    target: ["chrome111", "edge111", "firefox114", "safari16.4"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
});
