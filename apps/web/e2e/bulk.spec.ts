import AxeBuilder from "@axe-core/playwright";
import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "bulk" });

test("rows are chosen by keys and as a whole filter, changed at once and put back", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, await setUp(house, true));
  await page.goto(`${house.url}/t/tide/candidates?stage=discussion&sort=name`);
  await expect(page.getByText("16 candidates")).toBeVisible();
  const bar = page.getByRole("region", { name: "Change what is selected" });
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(bar).toContainText("1 selected");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(bar).toContainText("3 selected");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await page.keyboard.press("x");
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await page.keyboard.press("Shift+X");
  await expect(bar).toContainText("3 selected");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual(
    [],
  );
  await bar.getByRole("button", { name: "Stage" }).click();
  await page.getByRole("menuitem", { name: "Screening" }).click();
  await expect(page.getByText("13 candidates")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("16 candidates")).toBeVisible();
  await page.goto(`${house.url}/t/tide/candidates`);
  await page.getByRole("checkbox", { name: "Select all loaded rows" }).check();
  await bar.getByRole("button", { name: "Add tag" }).click();
  const tag = page.getByRole("combobox", { name: "Add tag" });
  await expect(tag).toBeFocused();
  await tag.fill("swept");
  await tag.press("Enter");
  await expect(page.getByText(/\d+ candidates changed/)).toBeVisible();
  await expect(page.getByRole("gridcell", { name: /swept/ }).first()).toBeVisible();
});
