import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "lab" });
test.describe.configure({ mode: "serial" });

let owner: Awaited<ReturnType<typeof setUp>>;
test.beforeAll(async ({ house }) => {
  owner = await setUp(house, true);
});

test("by keys to the Lab; leniency is raw until it is asked for; agreement by criterion", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/`);
  await expect(page.getByRole("row").filter({ hasText: "GitHub Copilot" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await page.getByRole("link", { name: /Reviewer leniency/ }).click();
  await expect(page.getByRole("radio", { name: "Raw" })).toBeChecked();
  const rows = page.getByRole("region", { name: "The ranking" }).getByRole("row");
  await expect(rows).toHaveCount(17);
  await expect(rows.nth(1)).toContainText("GitHub Copilot");
  await expect(rows.nth(1)).toContainText("82.0");
  await expect(page.getByText(/Against raw/)).toHaveCount(0);
  await page.getByText("Adjusted for leniency").click();
  await expect(page).toHaveURL(/adjusted=1/);
  await expect(page.getByRole("columnheader", { name: "Against raw" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Adjusted for leniency" })).toBeChecked();

  await page.getByRole("link", { name: "All experiments" }).click();
  await page.getByRole("link", { name: /Agreement/ }).click();
  await expect(
    page.getByRole("region", { name: "Agreement by criterion" }).getByRole("row"),
  ).toHaveCount(6);
  await page.context().close();
});

test("twelve trade-offs by keyboard give weights, which the weight studio ranks by", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/lab/trade-offs`);
  await expect(page.getByRole("status").filter({ hasText: "0 answered" })).toBeVisible();
  const answered = (count: number) =>
    expect(page.getByRole("status").filter({ hasText: `${count} answered` })).toBeVisible();
  for (let count = 1; count <= 12; count += 1) {
    await page.keyboard.press(count % 4 === 0 ? "2" : "1");
    await answered(count);
  }
  await page.keyboard.press("u");
  await answered(11);
  await expect(page.getByRole("heading", { name: "Your weights" })).toHaveCount(0);
  await page.keyboard.press("e");
  await expect(page.getByRole("heading", { name: "Your weights" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Weights by member" })).toContainText("Ada");
  await page.reload();
  await answered(12);
  await page.getByRole("link", { name: "Rank by these weights" }).click();
  await expect(page).toHaveURL(/\/weights\?weights=\d/);
  await expect(page.getByRole("grid").getByRole("row")).toHaveCount(16);
  await page.context().close();
});

test("duels between the leaders turn their order, and no rank", async ({ browser, house }) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/lab/duel?top=3`);
  const order = page.getByRole("list").filter({ hasText: "ranked 1" }).getByRole("listitem");
  await expect(order).toHaveCount(3);
  const asked = page.getByRole("region", { name: "Which would you back?" });
  const last = await order.nth(2).getByRole("link").innerText();
  for (let count = 1; count <= 6; count += 1) {
    const second = await asked.getByRole("button").nth(1).innerText();
    await page.keyboard.press(second.includes(last) ? "2" : "1");
    const words = count === 1 ? "One duel fought" : `${count} duels fought`;
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  }
  await expect(order.first()).toContainText(last);
  await page.reload();
  await expect(order.first()).toContainText(last);
  const { items } = await (await page.request.get(`${house.url}/api/v1/ranking?limit=3`)).json();
  expect(items[2].name).toBe(last);
  await page.context().close();
});
