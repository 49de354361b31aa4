import { expect, pageOf, setUp, test } from "./house";
import { scoreByKeyboard, writeSummary } from "./scoring";

test.use({ called: "review" });

const kim = { email: "kim@example.com", password: "battery staple" };

test("enter, score by keyboard, reload in the middle, sign, invite, reveal: both see one ranking", async ({
  browser,
  house,
}) => {
  const ada = await setUp(house, false);
  const page = await pageOf(browser, house, ada);

  await page.goto(`${house.url}/t/tide/settings`);
  await page.getByRole("button", { name: "Create link" }).click();
  const link = await page.locator("input[value*='/invite?token=']").inputValue();
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await guest.getByLabel("Your name").fill("Kim");
  await guest.getByLabel("E-mail").fill(kim.email);
  await guest.getByLabel("Choose a password").fill(kim.password);
  await guest.getByRole("button", { name: "Join the team" }).click();
  await expect(guest).toHaveURL(/\/t\/tide/);

  await page.goto(`${house.url}/t/tide/`);
  await expect(page.getByRole("heading").first()).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByLabel("Name", { exact: false }).first()).toBeFocused();
  await page.keyboard.type("讲书猫 🐱");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/c\/[0-9a-f-]{36}$/);
  const candidate = page.url();

  await expect(page.getByRole("heading", { name: "讲书猫" }).first()).toBeVisible();
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/review/);
  await expect(
    page.getByRole("radiogroup").or(page.getByRole("radio").first()).first(),
  ).toBeVisible();
  await scoreByKeyboard(page, "454");
  await expect(page.getByText(/Saved \d/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("3 of 5").first()).toBeVisible();
  await house.crash();
  await page.reload();
  await expect(page.getByText("3 of 5").first()).toBeVisible();
  const saved = await (
    await page.request.get(
      `${house.url}/api/v1/candidates/${candidate.split("/").pop()}/reviews/mine`,
    )
  ).json();
  expect(saved.scores.habit.score).toBe(4);
  expect(saved.scores.pain.score).toBe(5);
  expect(saved.scores.pain.reason).toBeTruthy();
  await expect(page.getByText("Data flywheel").first()).toBeVisible();
  await scoreByKeyboard(page, "32", 3);
  await writeSummary(page, "A cat that reads.");
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(async () => {
      const mine = await page.request.get(
        `${house.url}/api/v1/candidates/${candidate.split("/").pop()}/reviews/mine`,
      );
      return (await mine.json()).status;
    })
    .toBe("signed");

  await page.goto(`${house.url}/t/tide/?scope=mine`);
  await expect(page.getByRole("row").filter({ hasText: "讲书猫" })).toContainText("75.0");

  await guest.goto(`${candidate}`);
  await expect(guest.getByText("A cat that reads.")).toHaveCount(0);
  await guest.goto(`${candidate}/review`);
  await expect(guest.getByRole("radio").first()).toBeVisible();
  await scoreByKeyboard(guest, "22233");
  await writeSummary(guest, "Not convinced.");
  await guest.keyboard.press("Control+Enter");
  await expect
    .poll(async () => {
      const mine = await guest.request.get(
        `${house.url}/api/v1/candidates/${candidate.split("/").pop()}/reviews/mine`,
      );
      return (await mine.json()).status;
    })
    .toBe("signed");

  await page.goto(candidate);
  await page.getByRole("button", { name: /^Reveal/ }).click();
  await page.getByRole("dialog").getByRole("checkbox").check();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Reveal/ })
    .click();
  await expect(page.getByText("Not convinced.").first()).toBeVisible();

  const totals = [];
  for (const one of [page, guest]) {
    await one.goto(`${house.url}/t/tide/?scope=team`);
    const row = one.getByRole("row").filter({ hasText: "讲书猫" });
    await expect(row).toContainText("1");
    totals.push(await row.innerText());
  }
  expect(totals[0]).toBe(totals[1]);
});
