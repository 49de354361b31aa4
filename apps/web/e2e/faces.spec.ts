import type { Page } from "@playwright/test";
import { expect, type House, pageOf, setUp, test } from "./house";

test.use({ called: "faces" });
test.describe.configure({ mode: "serial" });

let owner: Awaited<ReturnType<typeof setUp>>;
test.beforeAll(async ({ house }) => {
  owner = await setUp(house, true);
});

interface Item {
  id: string;
  name: string;
  rank: number;
  total: number;
}

async function ranked(page: Page, house: House, query: string): Promise<Item[]> {
  const answer = await page.request.get(`${house.url}/api/v1/ranking?limit=100&${query}`);
  expect(answer.ok()).toBe(true);
  return (await answer.json()).items;
}

/** Rank without its move, name and total of every row that the studio draws. */
async function drawn(page: Page) {
  const rows = await page.getByRole("grid").getByRole("row").all();
  return Promise.all(
    rows.map(async (row) => {
      const [rank, name, total] = await row.getByRole("gridcell").allInnerTexts();
      return `${Number.parseInt(rank ?? "", 10)} ${name} ${total?.trim()}`;
    }),
  );
}

test("weights moved by keyboard rank as the server does, say what would dethrone the first, and are saved as a view", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/`);
  await page.getByRole("navigation", { name: "Faces of the ranking" }).getByText("Weights").click();
  await expect(page.getByRole("grid").getByRole("row")).toHaveCount(16);

  const flywheel = page.getByRole("slider", { name: "Weight of Flywheel" });
  await flywheel.focus();
  for (let press = 0; press < 30; press++) await page.keyboard.press("ArrowRight");
  await expect(flywheel).toHaveAttribute("aria-valuenow", "50");
  await expect(page).toHaveURL(/weights=20,20,15,50,25|weights=20%2C20%2C15%2C50%2C25/);
  const served = await ranked(page, house, "weights=20,20,15,50,25");
  expect(await drawn(page)).toEqual(
    served.map(({ rank, name, total }) => `${rank} ${name} ${total.toFixed(1)}`),
  );

  await page.getByRole("button", { name: "Long term" }).click();
  const long = await ranked(page, house, "preset=long");
  await expect(async () =>
    expect(await drawn(page)).toEqual(
      long.map(({ rank, name, total }) => `${rank} ${name} ${total.toFixed(1)}`),
    ),
  ).toPass();

  await page.getByRole("button", { name: "The rubric's" }).click();
  const sentence = page.getByText(/comes first when/).first();
  await expect(sentence).toHaveText(
    "Biotech copilot comes first when Habit weighs less than 5.0 (−15.0).",
  );
  const [first] = await ranked(page, house, "weights=4.99,20,15,20,25");
  expect(first?.name).toBe("Biotech copilot");
  await expect(page.getByRole("grid").getByRole("row").first()).toContainText("100%");

  await page.getByRole("button", { name: "Long term" }).click();
  await expect(page).toHaveURL(/weights=/);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Ten years out");
  await page.getByRole("button", { name: "Save view" }).last().click();
  await expect(page).toHaveURL(/\/t\/tide\/?\?.*view=/);
  await expect(page.getByRole("row").filter({ hasText: "GitHub Copilot" })).toBeVisible();
  await page.context().close();
});

test("a matrix of any two figures, walked by Tab, with its table", async ({ browser, house }) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/matrix`);
  await expect(page.getByText("Build: real pain, hard to overrun")).toBeVisible();
  const first = page.getByRole("link", { name: /^GitHub Copilot: rank 1, / });
  await expect(first).toHaveAccessibleName(
    "GitHub Copilot: rank 1, Risk ▽, inverted 2.0, Pain 4.0",
  );
  await page.getByLabel("To the right").selectOption("total");
  await expect(page).toHaveURL(/x=total/);
  await page.getByText("Show as table").click();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(17);
  await page.getByRole("link", { name: /^Jasper: rank 14, Total 44.0/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Jasper" })).toBeVisible();
  await page.context().close();
});

test("two candidates side by side, from the peek, with who said what", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/`);
  await page.getByRole("row").filter({ hasText: "GitHub Copilot" }).click();
  await page.getByRole("complementary").getByRole("link", { name: "Compare" }).click();
  await page.getByRole("combobox", { name: "Add a candidate" }).fill("Jasper");
  await page.getByRole("option", { name: /Jasper/ }).click();
  await expect(page).toHaveURL(/ids=[0-9a-f-]{36}(,|%2C)[0-9a-f-]{36}/);
  const total = page.getByRole("row", { name: /^Total/ });
  await expect(total.getByRole("cell")).toHaveText(["82.0", "44.0"]);
  await page.getByText("Data flywheel", { exact: true }).click();
  const flywheel = page.getByRole("group").filter({ hasText: "Data flywheel" });
  await expect(flywheel.getByText("Sample reviewer A").first()).toBeVisible();
  await page.context().close();
});

test("the overview counts what the API counts", async ({ browser, house }) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/overview`);
  const { items } = await (await page.request.get(`${house.url}/api/v1/ranking?limit=100`)).json();
  const mean = items.reduce((sum: number, one: Item) => sum + one.total, 0) / items.length;
  await expect(page.getByRole("definition").nth(2)).toHaveText(mean.toFixed(1));
  await expect(page.getByRole("definition").nth(3)).toHaveText("38% 6 of 16");
  await expect(page.getByRole("listitem").filter({ hasText: "Discussion" })).toContainText("16");
  await page.context().close();
});

test("what changed since a day: each candidate that moved, and why", async ({ browser, house }) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/changes?since=2026-01-01`);
  const row = page.getByRole("row").filter({ hasText: "GitHub Copilot" });
  await expect(row).toContainText("– → 82.0");
  await expect(row).toContainText("Revealed");
  await expect(page.getByRole("row")).toHaveCount(17);
  await page.getByLabel("Since").fill("2026-01-02");
  await expect(page).toHaveURL(/since=2026-01-02/);
  await page.context().close();
});

test("rows are ticked and compared by keys, and unticked", async ({ browser, house }) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/`);
  const grid = page.getByRole("grid");
  await expect(grid.getByRole("row").filter({ hasText: "GitHub Copilot" })).toBeVisible();
  for (const key of ["j", "x", "j", "j", "x"]) await page.keyboard.press(key);
  await expect(page.getByRole("status").filter({ hasText: "2 ticked." })).toBeVisible();
  await expect(grid.getByRole("img", { name: "Ticked for comparing" })).toHaveCount(2);
  await page.keyboard.press("x");
  await expect(page.getByRole("status").filter({ hasText: "1 ticked." })).toBeVisible();
  for (const key of ["k", "x", "c"]) await page.keyboard.press(key);
  await expect(page).toHaveURL(/compare\?ids=[0-9a-f-]{36}(,|%2C)[0-9a-f-]{36}$/);
  await expect(page.getByRole("main")).toContainText("GitHub Copilot");
  await page.context().close();
});

test("who goes away at once after choosing a row is not called back", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/`);
  await expect(page.getByRole("link", { name: "GitHub Copilot" })).toBeVisible();
  for (const key of ["j", "g", "q"]) await page.keyboard.press(key);
  await expect(page).toHaveURL(/\/queue$/);
  // Longer than the URL waits for the selection.
  await page.waitForTimeout(400);
  await expect(page).toHaveURL(/\/queue$/);
  await page.context().close();
});
