import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "strategy" });

test("an assumption is changed by keyboard: the curve's figures and the address follow, and a reload keeps them", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, await setUp(house, true));
  await page.goto(`${house.url}/t/tide/lab/strategy`);
  const table = page.getByRole("region", { name: "Cost so far, in figures" });
  await expect(table.getByRole("row").nth(1)).toContainText("$45,000");
  await expect(
    page.getByText("A fine-tuned open model is cheaper than API from month 4 on."),
  ).toBeVisible();
  await expect(page.getByText("$100,000").first()).toBeVisible();
  await expect(page.getByText("$10,000").first()).toBeVisible();

  const requests = page.getByLabel("Requests in the first month");
  await requests.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2000000");
  await expect(page).toHaveURL(/requests=2000000/);
  await expect(table.getByRole("row").nth(1)).toContainText("$90,000");
  await page.reload();
  await expect(requests).toHaveValue("2,000,000");
  await expect(table.getByRole("row").nth(1)).toContainText("$90,000");

  const cascade = page.getByLabel("Answered by a small model, in a cascade");
  await cascade.fill("120");
  await expect(page.getByText("Write a share from 0 to 100 %.")).toBeVisible();
  await expect(cascade).toHaveValue("120 %");
  await expect(page).not.toHaveURL(/cascade/);
  await page.getByRole("button", { name: "The minutes’ figures" }).click();
  await expect(requests).toHaveValue("1,000,000");
  await page.context().close();
});
