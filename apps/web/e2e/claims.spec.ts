import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "claims" });

test("claims of the minutes, a forecast by keyboard, an outcome, and its Brier score", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, await setUp(house, true));
  await page.goto(`${house.url}/t/tide/lab/claims`);
  await page.getByRole("button", { name: "Bring in the claims of the minutes" }).click();
  const claim = page.getByRole("listitem").filter({ hasText: "an upgraded DALL-E" });
  await expect(claim).toContainText("line 442");
  await expect(claim).toContainText("hearsay");
  const forecast = claim.getByLabel("Your forecast");
  await forecast.fill("130");
  await forecast.press("Enter");
  await expect(claim.getByText("Write a forecast from 0 to 100 %.")).toBeVisible();
  await expect(forecast).toHaveValue("130 %");
  await forecast.fill("70");
  await forecast.press("Enter");
  await expect(claim).toContainText("Together 70%.");

  await claim.getByRole("button", { name: "Say what came of it" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What came of it").selectOption("true");
  await dialog.getByLabel("What that rests on").fill("A release note of that year");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(claim).toContainText("It came true.");
  await expect(claim).toContainText("(Brier 0.09)");
  const scores = page.getByRole("region", { name: "Who foresaw it best" });
  await expect(scores.getByRole("row").nth(1)).toContainText("Ada");
  await expect(scores.getByRole("row").nth(1)).toContainText("0.09");

  await page.getByRole("button", { name: "Add a claim" }).click();
  await page.getByLabel("The claim").fill("明年会有开源模型通过司法考试");
  await page.getByLabel("To be told by").fill("2020-01-01");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It can’t be due before it was said.")).toBeVisible();
  await page.getByLabel("To be told by").fill("2030-01-01");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "明年会有开源模型" })).toBeVisible();
  await page.context().close();
});
