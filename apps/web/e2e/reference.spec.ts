import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { presetKeys } from "@highwater/shared/rubrics/contract";
import type { Page } from "@playwright/test";
import { expect, type House, pageOf, setUp, test } from "./house";

test.use({ called: "reference", viewport: { width: 1440, height: 1800 } });

const cli = fileURLToPath(new URL("../../api/dist/cli.js", import.meta.url));

interface Row {
  rank: number | null;
  total: number | null;
  name: string;
}

const lineOf = ({ rank, total, name }: Row) => `${rank} ${name} ${total?.toFixed(1)}`;

async function byApi(page: Page, house: House, preset: string): Promise<string[]> {
  const answer = await page.request.get(`${house.url}/api/v1/ranking?limit=100&preset=${preset}`);
  return (await answer.json()).items.map(lineOf);
}

/** What `npm run highwater -- rank` runs, once the database is open. */
async function byCommandLine(house: House, preset: string): Promise<string[]> {
  const args = [cli, "rank", "--json", "--limit", "100", "--preset", preset];
  const env = { ...process.env, DATABASE_URL: house.databaseUrl, LOG_LEVEL: "error" };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return JSON.parse(stdout).items.map(lineOf);
}

async function byBrowser(page: Page, house: House, preset: string): Promise<string[]> {
  await page.goto(`${house.url}/t/tide/?preset=${preset}`);
  const rows = page.getByRole("row").filter({ has: page.getByRole("gridcell") });
  await expect(rows).toHaveCount(16);
  const drawn = await rows.evaluateAll((all) =>
    all
      .map((row) => {
        const cell = (kind: string) =>
          row.querySelector(`[data-kind="${kind}"]`)?.textContent ?? "";
        const name = row.querySelector('[data-kind="name"] a')?.textContent;
        const place = Number(row.getAttribute("aria-rowindex"));
        return { place, line: `${Number.parseInt(cell("rank"), 10)} ${name} ${cell("total")}` };
      })
      .sort((a, b) => a.place - b.place),
  );
  return drawn.map(({ line }) => line);
}

test("sixteen samples under three presets: API, browser and command line say the same", async ({
  browser,
  house,
}) => {
  const owner = await setUp(house, true);
  const page = await pageOf(browser, house, owner);
  const tables: string[] = [];
  for (const preset of presetKeys) {
    const served = await byApi(page, house, preset);
    expect(served).toHaveLength(16);
    expect(await byCommandLine(house, preset)).toEqual(served);
    expect(await byBrowser(page, house, preset)).toEqual(served);
    tables.push(served.join("\n"));
  }
  expect(new Set(tables).size).toBe(3);
});
