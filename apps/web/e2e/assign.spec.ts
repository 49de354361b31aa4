import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { expect, type House, pageOf, setUp, test } from "./house";

test.use({ called: "assign" });

const kim = { name: "Kim", email: "kim@example.com", password: "battery staple" };

async function post<T>(page: Page, house: House, path: string, data: object): Promise<T> {
  const answer = await page.request.post(`${house.url}/api/v1${path}`, {
    data,
    headers: { origin: house.url },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

/** A team of two, and six candidates that stand in Review. */
async function furnish(browser: Browser, house: House) {
  const owner = await pageOf(browser, house, await setUp(house, false));
  const { token } = await post<{ token: string }>(owner, house, "/invitations", {
    role: "reviewer",
  });
  const joined = await house.request("/api/v1/invitations/accept", { token, ...kim });
  if (!joined.ok) throw new Error(await joined.text());
  const candidates = Array.from({ length: 6 }, (_, n) => ({
    name: `${["Ant", "Bee", "Cat", "Dog", "Eel", "Fox"][n]} works`,
    tags: ["hall"],
  }));
  await post(owner, house, "/candidates/capture", { candidates });
  await post(owner, house, "/candidates/bulk", {
    filter: { tag: "hall" },
    change: { stage: "review" },
  });
  return owner;
}

const serious = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === "serious" || impact === "critical",
  );

test("assigned evenly from the pipeline, reviewed from the queue by keyboard, seen in the progress", async ({
  browser,
  house,
}) => {
  const owner = await furnish(browser, house);
  await owner.goto(`${house.url}/t/tide/candidates?tag=hall`);
  await expect(owner.getByText("6 candidates")).toBeVisible();
  await owner.getByRole("checkbox", { name: "Select all loaded rows" }).check();
  await owner.getByRole("button", { name: "Assign…" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByText("Evenly").click();
  await dialog.getByLabel("Reviewers a candidate").fill("2");
  await dialog.getByLabel(/Due on/).fill("2020-02-01");
  const confirm = dialog.getByRole("button", { name: "Assign 12" });
  await expect(confirm).toBeEnabled();
  await expect(dialog.getByRole("region", { name: "What each would have" })).toContainText("+6");
  expect(await serious(owner)).toEqual([]);
  await confirm.click();
  await expect(owner.getByText("12 assignments made")).toBeVisible();

  const page = await pageOf(browser, house, kim);
  await page.goto(`${house.url}/t/tide/queue`);
  await expect(page.getByRole("heading", { name: "6 wait for your review" })).toBeVisible();
  await expect(page.getByText("0 of 6 reviewed")).toBeVisible();
  await expect(page.getByText(/overdue since/).first()).toBeVisible();
  await page.getByLabel("What comes first").selectOption("fewest");
  await expect(page).toHaveURL(/mode=fewest/);
  expect(await serious(page)).toEqual([]);
  await page.goto(`${house.url}/t/tide/queue`);
  await expect(page.getByLabel("What comes first")).toHaveValue("fewest");
  const first = await page.getByRole("listitem").first().getByRole("link").innerText();

  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/review$/, { timeout: 700 });
  }).toPass();
  await expect(page.getByRole("heading", { name: first })).toBeVisible();
  await expect(page.getByRole("radio").first()).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByRole("heading", { name: first })).toBeHidden();
  await expect(page.getByRole("radio").first()).toBeVisible();
  const second = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "More" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Abstain…" }).press("Enter");
  const asking = page.getByRole("dialog");
  await expect(asking.getByRole("button", { name: "Abstain" })).toBeDisabled();
  await page.keyboard.type("I advised them last year.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: second, exact: true })).toBeHidden();

  await page.goto(`${house.url}/t/tide/queue`);
  await expect(page.getByRole("heading", { name: "5 wait for your review" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: first })).toContainText("Skipped");
  await expect(page.getByText("You abstain from 1")).toBeVisible();
  await expect(page.getByText("I advised them last year.")).toBeVisible();

  await page.getByRole("link", { name: "Progress of all" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Kim" })).toContainText("5");
  await expect(page.getByText(/assignments are past their date/)).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await owner.goto(`${house.url}/t/tide/progress`);
  await expect(owner.getByRole("row").filter({ hasText: "Kim" })).toBeVisible();
  await expect(owner.getByText("I advised them last year.")).toHaveCount(0);
});

test("from the candidate's page: taken on, given a day, taken away", async ({ browser, house }) => {
  const page = await pageOf(browser, house, kim);
  const added = await post<{ id: string }>(page, house, "/candidates", { name: "Gnu works" });
  await page.goto(`${house.url}/t/tide/c/${added.id}`);
  await page.getByRole("button", { name: "Take it on" }).click();
  const assigned = page.getByRole("region", { name: "Assigned" });
  await expect(assigned).toContainText("Kim");
  await assigned.getByRole("button", { name: /^no due date/ }).click();
  await page.getByLabel("Due on").fill("2027-02-01");
  await page.keyboard.press("Enter");
  await expect(assigned.getByRole("button", { name: /^due Feb 1, 2027/ })).toBeVisible();
  await assigned.getByRole("button", { name: "Take away" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take away" }).click();
  await expect(assigned).toContainText("Nobody is assigned yet.");
});
