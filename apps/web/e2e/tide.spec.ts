import type { Page } from "@playwright/test";
import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "tide" });

test.describe.configure({ mode: "serial" });

const owner = { email: "ada@example.com", password: "correct horse" };
const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const choose = (page: Page, release: string) =>
  page.getByRole("checkbox", { name: release, exact: true }).check();

test("a release is chosen: who sinks, by how much and why, and the address says it all", async ({
  browser,
  house,
}) => {
  await setUp(house, true);
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/tide`);
  await expect(page.getByText("Nothing sinks.")).toBeVisible();
  await choose(page, "Microsoft 365 Copilot");
  await expect(page).toHaveURL(/releases=[0-9a-f-]{36}/);
  await expect(rowOf(page, "Notion AI")).toContainText("3.0 → 3.3");
  await page.getByRole("button", { name: "Why Notion AI changes" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Text generation" })).toContainText(
    "Microsoft 365 Copilot raises Text generation from 70 to 82; 35% leans on it, behind a defence of 0.35",
  );
  await page.getByLabel("As table").check();
  for (const name of ["LangChain", "Jasper", "copy.ai"])
    await expect(rowOf(page, name)).toContainText(/5\.0 → 5\.00.*[1-9]\d*%/);
  for (const name of ["Voice ride-hailing", "Biotech copilot"])
    await expect(rowOf(page, name)).toContainText(/1\.0 → 1\.00\s*0%/);
  const other = await pageOf(browser, house, owner);
  await other.goto(page.url());
  await expect(rowOf(other, "Notion AI")).toContainText("3.0 → 3.3");
  await other.context().close();
  await page.context().close();
});

test("the clock moves by keys, the question of the minutes is drawn, scenarios are kept and compared", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/tide`);
  await expect(page.getByText("90 %? The question of the minutes (L67)")).toBeVisible();
  const clock = page.getByRole("slider", { name: "Clock" });
  await clock.focus();
  for (let month = 0; month < 18; month++) await page.keyboard.press("ArrowRight");
  await expect(page.getByText("18 months", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/months=18/);
  await page.getByLabel("Save as").fill("A year and a half");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Scenario", { exact: true })).toHaveValue(/^[0-9a-f-]{36}$/);
  await page.getByLabel("Compare with").selectOption({ label: "A slow tide (L95-97)" });
  await page.getByLabel("As table").check();
  await expect(page.getByRole("columnheader", { name: "Compared: rank · risk" })).toBeVisible();
  await page.context().close();
});

test("a publication moves the catalogue and proposes a risk beside the human one", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/tide/catalogue`);
  await rowOf(page, "DALL-E upgrade").getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Likelihood").fill("1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(rowOf(page, "DALL-E upgrade")).toContainText("1.00");
  await rowOf(page, "DALL-E upgrade").getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("DALL-E upgrade is published.")).toBeVisible();
  const raised = page.getByRole("row", { name: /^Image generation 90/ });
  await expect(raised).toContainText("DALL-E upgrade");

  await page.goto(`${house.url}/t/tide/`);
  const since = page.getByText("Since DALL-E upgrade");
  await since.click();
  await expect(page.getByRole("listitem").filter({ hasText: "Midjourney" })).toContainText(
    "4.0 → proposed 4.",
  );
  await page.getByRole("link", { name: "Midjourney" }).first().click();
  const card = page.getByRole("region", { name: "What it leans on" });
  await expect(card).toContainText("Risk 4.0 → proposed 4.");
  await expect(card).toContainText("Image generation from 60 to 90");
  await page.context().close();
});

test("what is proposed is dashed until it is confirmed, singly and by vertical", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  const found = await page.request.get(`${house.url}/api/v1/candidates?q=SEO`);
  const { items } = await found.json();
  await page.goto(`${house.url}/t/tide/c/${items[0].id}`);
  const card = page.getByRole("region", { name: "What it leans on" });
  await expect(card).toContainText("Proposed from vertical, strategy and moats");
  await card.getByRole("button", { name: "Confirm Text generation" }).click();
  await expect(card.getByRole("button", { name: "Confirm Text generation" })).toHaveCount(0);
  await card.getByRole("button", { name: "Confirm all" }).click();
  await expect(card).toContainText("Shares of its worth that lean on what models can do.");
  await card.getByRole("button", { name: "Edit" }).click();
  await card.getByLabel("Share").first().fill("90");
  await expect(card).toContainText("too much");
  await expect(card.getByRole("button", { name: "Save as confirmed" })).toBeDisabled();
  await page.context().close();
});

test("10,000 candidates and 50 releases: a worker computes, says how far it is, and the page stays alive", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  const idOf = (kind: number, at: number) =>
    `0000000${kind}-0000-4000-8000-${String(at).padStart(12, "0")}`;
  const many = <T extends object>(count: number, kind: number, of: readonly T[]) =>
    Array.from({ length: count }, (_, at) => ({ ...of[at % of.length], id: idOf(kind, at) }));
  await page.route("**/api/v1/tide/board*", async (route) => {
    const response = await route.fetch();
    const board = await response.json();
    board.candidates = many(10_000, 1, board.candidates);
    board.releases = many(50, 2, board.releases);
    await route.fulfill({ response, json: board });
  });
  const releases = Array.from({ length: 50 }, (_, at) => idOf(2, at)).join();
  await page.goto(`${house.url}/t/tide/tide?releases=${releases}&table=1`);
  const progress = page.getByRole("progressbar", { name: "Computing…" });
  await expect(progress).toBeVisible();
  await expect
    .poll(() => progress.evaluate((bar) => (bar as HTMLProgressElement).value).catch(() => 1))
    .toBeGreaterThan(0);
  // The page answers keys while the worker is at it.
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText(/\/ 10,?000/)).toBeVisible({ timeout: 60_000 });
  await expect(progress).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole("row").nth(1)).toContainText("→");
  await page.context().close();
});
