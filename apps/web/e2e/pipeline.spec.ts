import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "pipeline" });

test("the pipeline is filtered and sorted in the URL, walked by keys and exported", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, await setUp(house, true));
  await page.goto(`${house.url}/t/tide/`);
  await page.getByRole("link", { name: "Pipeline", exact: true }).click();
  const grid = page.getByRole("grid", { name: "Pipeline" });
  const first = grid.getByRole("row").nth(1);
  // The ranking has a filter too: it may still stand while the page comes.
  await expect(first).toBeVisible();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByLabel("Stage", { exact: true }).selectOption("discussion");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\?stage=discussion$/);
  await expect(page.getByText("16 candidates")).toBeVisible();
  await grid.getByRole("button", { name: "Name" }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(grid.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const names = await grid.getByRole("link").allTextContents();
  expect(names).toHaveLength(16);
  await grid.getByRole("button", { name: "Name" }).click();
  await expect(first.getByRole("link")).toHaveText(names.at(-1) ?? "");
  await page.getByRole("button", { name: "Export" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /CSV/ }).first().click();
  expect((await saved).suggestedFilename()).toBe("candidates.csv");
  await page.reload();
  await expect(first.getByRole("link")).toHaveText(names.at(-1) ?? "");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(names.at(-1) ?? "");
  await page.goto(`${house.url}/t/tide/candidates?q=nothing-of-this-name`);
  await page.getByRole("button", { name: "Clear filters" }).last().click();
  await expect(grid).toBeVisible();
});
