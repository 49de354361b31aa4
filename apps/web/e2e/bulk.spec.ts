import AxeBuilder from "@axe-core/playwright";
import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "bulk" });

let owner: Awaited<ReturnType<typeof setUp>>;

test.beforeAll(async ({ house }) => {
  owner = await setUp(house, true);
});

test("rows are chosen by keys, changed at once and put back", async ({ browser, house }) => {
  const page = await pageOf(browser, house, owner);
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
});

test("a range by shift, then all that match, past what is loaded", async ({ browser, house }) => {
  const page = await pageOf(browser, house, owner);
  const candidates = Array.from({ length: 150 }, (_, n) => ({
    name: `Tool ${n} ${"abcdefghij"[n % 10]}`,
    tags: ["batch"],
  }));
  const entered = await page.request.post(`${house.url}/api/v1/candidates/capture`, {
    data: { candidates },
    headers: { origin: house.url },
  });
  expect(entered.status()).toBe(201);
  await page.goto(`${house.url}/t/tide/candidates?tag=batch`);
  await expect(page.getByText("150 candidates")).toBeVisible();
  const bar = page.getByRole("region", { name: "Change what is selected" });
  const box = (n: number) => page.getByRole("row").nth(n).getByRole("checkbox");
  await box(2).click();
  await box(5).click({ modifiers: ["Shift"] });
  await expect(bar).toContainText("4 selected");
  await bar.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("146 candidates")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("150 candidates")).toBeVisible();

  await page.getByRole("checkbox", { name: "Select all loaded rows" }).check();
  await bar.getByRole("button", { name: /Select all 150/ }).click();
  await expect(bar).toContainText("150 selected");
  await bar.getByRole("button", { name: "Add tag" }).click();
  const tag = page.getByRole("combobox", { name: "Add tag" });
  await expect(tag).toBeFocused();
  await tag.fill("swept");
  await tag.press("Enter");
  await expect(page.getByText("150 candidates changed")).toBeVisible();
  await page.goto(`${house.url}/t/tide/candidates?tag=swept`);
  await expect(page.getByText("150 candidates")).toBeVisible();

  await page.getByRole("checkbox", { name: "Select all loaded rows" }).check();
  await bar.getByRole("button", { name: /Select all 150/ }).click();
  await bar.getByRole("button", { name: "Stage" }).click();
  await page.getByRole("menuitem", { name: "Discussion" }).click();
  await expect(page.getByText("150 candidates changed")).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "Discussion" }).first()).toBeVisible();
});
