import type { Page } from "@playwright/test";
import { expect, type House, pageOf, setUp, test } from "./house";

test.use({ called: "members" });
test.describe.configure({ mode: "serial" });

const kim = { name: "Kim", email: "kim@example.com", password: "a fine password" };

async function call(page: Page, house: House, path: string, data: object) {
  const answer = await page.request.post(`${house.url}/api/v1${path}`, {
    data,
    headers: { origin: house.url },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { token: string };
}

const row = (page: Page, name: string) =>
  page.getByRole("region", { name: "Members", exact: true }).getByRole("row", { name });

test("an owner suspends, restores and removes a member by keyboard alone", async ({
  browser,
  house,
}) => {
  const ada = await setUp(house, true);
  const page = await pageOf(browser, house, ada);
  const guest = await (await browser.newContext()).newPage();
  const { token } = await call(page, house, "/invitations", { role: "reviewer" });
  await call(guest, house, "/invitations/accept", { token, ...kim });

  await page.goto(`${house.url}/t/tide/settings`);
  await expect(row(page, "Ada")).toContainText("The only owner");
  const suspend = page.getByRole("button", { name: "Suspend: Kim" });
  await suspend.focus();
  await page.keyboard.press("Enter");
  await expect(row(page, "Kim")).toContainText("Suspended");
  const kims = await pageOf(browser, house, kim);
  await kims.goto(`${house.url}/t/tide`);
  await expect(kims.getByRole("main")).toContainText("You are suspended in this team");

  await page.getByRole("button", { name: "Restore: Kim" }).press("Enter");
  await expect(row(page, "Kim")).toContainText("Joined");
  await row(page, "Kim").getByRole("button", { name: "Remove" }).press("Enter");
  await expect(page.getByRole("dialog")).toContainText("Kim loses access at once");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const former = page.getByRole("region", { name: "Former members" });
  await expect(former).toContainText("Kim");
  await expect(row(page, "Kim")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Without an account" })).toBeVisible();
});

test("a changed password signs out everywhere else, and the page goes on", async ({
  browser,
  house,
}) => {
  const ada = { email: "ada@example.com", password: "correct horse" };
  const [page, other] = [await pageOf(browser, house, ada), await pageOf(browser, house, ada)];
  await page.goto(`${house.url}/t/tide/settings`);
  const sessions = page.getByRole("region", { name: "Where you are signed in" });
  await expect(sessions.getByRole("row").first()).toContainText("this session");
  await sessions.getByRole("row").nth(1).getByRole("button").press("Enter");
  await expect(page.getByText("That session has ended")).toBeVisible();

  await page.getByLabel("Current password").fill("not this one");
  await page.getByLabel("New password").fill("another fine battery");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This isn't your current password.")).toBeVisible();
  await expect(page.getByLabel("Current password")).toBeFocused();
  await expect(page.getByLabel("New password")).toHaveValue("another fine battery");
  await page.getByLabel("Current password").fill(ada.password);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Password changed.")).toBeVisible();
  await expect(sessions).toContainText("You are signed in nowhere else.");
  await other.goto(`${house.url}/t/tide`);
  await expect(other).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});
