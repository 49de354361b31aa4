import { defineConfig } from "@playwright/test";

const root = process.getuid?.() === 0;

/** Journeys in a real browser, against the built web and API on a database of their own. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "../../.highwater/test-results",
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
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
