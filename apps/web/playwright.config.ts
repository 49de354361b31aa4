import { defineConfig } from "@playwright/test";

const results = "../../.highwater/test-results";
const root = process.getuid?.() === 0;

/** Journeys in a real browser, against the built web and API on a database of their own. */
export default defineConfig({
  testDir: "e2e",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  /** Journeys go side by side; whatever is measured runs after them, alone. */
  projects: [
    { name: "journeys", outputDir: `${results}/journeys`, testIgnore: /\.measured\.spec\.ts$/ },
    { name: "measured", outputDir: `${results}/measured`, testMatch: /\.measured\.spec\.ts$/ },
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
