import { defineConfig } from "@playwright/test";

const root = process.getuid?.() === 0;

/** Journeys in a real browser, against the built web and API on a database of their own. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "../../.highwater/test-results",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  /** Journeys side by side; what is measured comes after them, alone. */
  projects: [
    { name: "journeys", grepInvert: /@measured/, workers: 2 },
    { name: "measured", grep: /@measured/, workers: 1, dependencies: ["journeys"] },
  ],
  use: {
    locale: "en-US",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
      // Chromium's own sandbox does not run as root.
      args: [
        ...(root ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
