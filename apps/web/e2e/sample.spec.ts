import type { Page } from "@playwright/test";
import { expect, test } from "./house";

test.use({ called: "sample" });

const totals = {
  balanced: {
    "Biotech copilot": [2, 76],
    Jasper: [14, 44],
    "GitHub Copilot": [1, 82],
    "copy.ai": [16, 36],
  },
  short: {
    "Biotech copilot": [5, 74],
    Jasper: [11, 56],
    "GitHub Copilot": [1, 88],
    "copy.ai": [16, 48],
  },
  long: {
    "Biotech copilot": [1, 78],
    Jasper: [14, 36],
    "GitHub Copilot": [2, 77],
    "copy.ai": [15, 27],
  },
} as const;

test.describe.configure({ mode: "serial" });

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("set-up with the sample portfolio ranks sixteen candidates, and presets move them", async ({
  page,
  house,
}) => {
  await page.goto(`${house.url}${house.setupPath}`);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Choose a password").fill("correct horse");
  await page.getByLabel("Team name").fill("Tide 潮");
  const sample = page.getByLabel("Fill the team with the sample portfolio");
  if (!(await sample.isChecked())) await sample.check();
  await page.getByRole("button", { name: "Create the team" }).click();
  await expect(rowOf(page, "GitHub Copilot")).toBeVisible({ timeout: 30_000 });

  for (const [preset, expected] of Object.entries(totals)) {
    const url = new URL(page.url());
    url.searchParams.set("preset", preset);
    await page.goto(url.href);
    for (const [name, [rank, total]] of Object.entries(expected)) {
      await expect(rowOf(page, name)).toContainText(total.toFixed(1));
      await expect(rowOf(page, name)).toContainText(String(rank));
    }
  }
});

test("LangChain carries its flag with rule, quote and line; the parts sum to the total", async ({
  page,
  house,
}) => {
  await page.request.post(`${house.url}/api/auth/sign-in/email`, {
    data: { email: "ada@example.com", password: "correct horse" },
    headers: { origin: house.url },
  });
  const ranking = await (await page.request.get(`${house.url}/api/v1/ranking?q=LangChain`)).json();
  const { id, flags } = ranking.items[0];
  expect(flags).toContain("submerged");
  await page.goto(`${house.url}/`);
  await expect(rowOf(page, "LangChain")).toBeVisible();
  const base = page.url().split("?")[0]?.replace(/\/$/, "");
  await page.goto(`${base}/c/${id}`);
  const main = page.getByRole("main");
  await expect(main).toContainText("G2");
  await expect(main).toContainText("L296");
  await expect(main).toContainText("37.0");
});

test("search finds 打车 and 输入 on the sample", async ({ page, house }) => {
  await page.request.post(`${house.url}/api/auth/sign-in/email`, {
    data: { email: "ada@example.com", password: "correct horse" },
    headers: { origin: house.url },
  });
  await page.goto(`${house.url}/`);
  await expect(rowOf(page, "GitHub Copilot")).toBeVisible();
  const home = page.url().split("?")[0];
  for (const [q, name] of [
    ["打车", "老年语音打车"],
    ["输入", "输入法"],
  ] as const) {
    await page.goto(`${home}?q=${encodeURIComponent(q)}`);
    await expect(rowOf(page, name)).toBeVisible();
    await expect(rowOf(page, "GitHub Copilot")).toHaveCount(0);
  }
});
