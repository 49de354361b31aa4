import { existsSync } from "node:fs";
import path from "node:path";
import { run } from "../system/child.mjs";
import { Failure } from "../system/failure.mjs";
import { windows } from "../system/project.mjs";
import { step } from "../system/step.mjs";

const macPrograms = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const windowsPrograms = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];
const linuxPrograms = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/**
 * The browser for the browser tests: the one named, an installed one, Playwright's own, or Debian's, which root can install.
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named))
    throw new Failure(
      `CHROME_PATH names ${named}, which does not exist: correct it or take it away.`,
    );
  const found = named || installed() || (await playwrightOwn()) || (await fromDebian());
  if (found) return found;
  throw new Failure(
    "The browser tests need a browser: install Google Chrome or Chromium, or run npx playwright install chromium, or name one with CHROME_PATH in .env.",
  );
}

const installed = () => places().find((at) => existsSync(at));

function places() {
  const { env } = process;
  if (process.platform === "darwin")
    return ["/Applications", path.join(env.HOME ?? "", "Applications")].flatMap((at) =>
      macPrograms.map((program) => path.join(at, program)),
    );
  if (windows)
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].flatMap((at) =>
      at ? windowsPrograms.map((program) => path.join(at, program)) : [],
    );
  const folders = [
    ...(env.PATH ?? "").split(path.delimiter),
    "/usr/bin",
    "/usr/local/bin",
    "/snap/bin",
  ];
  return linuxPrograms.flatMap((program) => folders.map((at) => path.join(at, program)));
}

async function playwrightOwn() {
  const { chromium } = await import("@playwright/test");
  const at = chromium.executablePath();
  return existsSync(at) ? at : undefined;
}

async function fromDebian() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return undefined;
  await step("Installing Chromium for the browser tests (once)", async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { env });
    await run(
      "apt-get",
      ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
      { env },
    );
  });
  return installed();
}
