import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "views" });

const ben = { name: "Ben", email: "ben@example.com", password: "correct horse" };

let owner: Awaited<ReturnType<typeof setUp>>;

test.beforeAll(async ({ house }) => {
  owner = await setUp(house, true);
});

const bar = (page: Page) => page.getByRole("navigation", { name: "Main" });
const panel = (page: Page, name: string) => page.getByRole("dialog", { name });

test("a view is saved, opened by keyboard, changed, shared, deleted and put back", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner);
  const asOwner = { headers: { origin: house.url } };
  const { url } = await (
    await page.request.post(`${house.url}/api/v1/invitations`, {
      data: { role: "admin" },
      ...asOwner,
    })
  ).json();
  const token = new URL(url).searchParams.get("token");
  expect((await house.request("/api/v1/invitations/accept", { token, ...ben })).ok).toBe(true);

  await page.goto(`${house.url}/t/tide/candidates?stage=discussion&sort=name`);
  await expect(page.getByText("16 candidates")).toBeVisible();
  await page.getByRole("button", { name: "Save view" }).click();
  const saving = panel(page, "Save view");
  await expect(saving.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(saving.getByText("Fill this in.")).toBeVisible();
  await page.keyboard.type("For discussion");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/view=/);
  const link = bar(page).getByRole("link", { name: "For discussion, 16 candidates" });
  await expect(link).toHaveAttribute("aria-current", "page");

  await page.getByRole("button", { name: "For discussion", exact: true }).click();
  await expect(panel(page, "For discussion").getByLabel("Name", { exact: true })).toBeFocused();
  await expect(panel(page, "For discussion").getByLabel("Name", { exact: true })).toHaveValue(
    "For discussion",
  );
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "For discussion", exact: true })).toBeFocused();
  await page.goto(`${house.url}/t/tide/`);
  await expect(page.getByRole("row").filter({ hasText: "GitHub Copilot" })).toBeVisible();
  await expect(link).not.toHaveAttribute("aria-current");
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(
    /candidates\?.*sort=name&stage=discussion|stage=discussion.*sort=name/,
  );
  await expect(page.getByText("16 candidates", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Remove the filter “Stage is Discussion”" }).click();
  const changed = bar(page).getByRole("link", { name: "For discussion, changed, 16 candidates" });
  await expect(changed).toHaveAttribute("aria-current", "page");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("button", { name: "Save changes" })).toBeHidden();
  const all = await page
    .getByRole("status")
    .filter({ hasText: /^\d+ candidates$/ })
    .innerText();
  await expect(
    bar(page).getByRole("link", { name: `For discussion, ${all}`, exact: true }),
  ).toBeVisible();

  await page.getByRole("button", { name: "For discussion", exact: true }).click();
  const editing = panel(page, "For discussion");
  await editing.getByLabel("Name", { exact: true }).fill("Everything by name");
  await editing.getByLabel("Share with the team").check();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual(
    [],
  );
  await editing.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    bar(page).getByRole("link", { name: `Everything by name, ${all}, shared` }),
  ).toBeVisible();

  const other = await pageOf(browser, house, ben);
  await other.goto(`${house.url}/t/tide/`);
  await bar(other)
    .getByRole("link", { name: `Everything by name, ${all}, Shared by Ada` })
    .click();
  await expect(other.getByRole("heading", { level: 1, name: "Pipeline" })).toBeVisible();
  await other.getByRole("button", { name: "Everything by name", exact: true }).click();
  await expect(panel(other, "Everything by name").getByText("Shared by Ada")).toBeVisible();
  await expect(
    panel(other, "Everything by name").getByLabel("Name", { exact: true }),
  ).toBeFocused();
  await expect(panel(other, "Everything by name").getByLabel("Share with")).toHaveCount(0);
  await other.getByRole("button", { name: "Delete view" }).click();
  await expect(other.getByText(/Ada made it/)).toBeVisible();
  await other.getByRole("button", { name: "Cancel" }).click();
  await other.keyboard.press("Escape");
  await expect(panel(other, "Everything by name")).toBeHidden();

  await page.getByRole("button", { name: "Everything by name", exact: true }).click();
  await panel(page, "Everything by name").getByRole("button", { name: "Delete view" }).click();
  await expect(bar(page).getByRole("link", { name: /^Everything by name/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Save view" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(
    bar(page).getByRole("link", { name: `Everything by name, ${all}, shared` }),
  ).toBeVisible();
});

test("on a phone the views stand in the page's own menu; a name that is taken is said beside it", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, owner, { viewport: { width: 390, height: 844 } });
  const save = (name: string, data: object) =>
    page.request.post(`${house.url}/api/v1/views`, {
      data: { name, ...data },
      headers: { origin: house.url },
    });
  expect((await save("Mine above 40", { page: "ranking", query: "minTotal=40" })).status()).toBe(
    201,
  );
  await page.goto(`${house.url}/t/tide/candidates`);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("link", { name: /^Mine above 40, 1\d candidates/ }).click();
  await expect(page).toHaveURL(/minTotal=40/);
  await page.goto(`${house.url}/t/tide/?minTotal=70`);
  await page.getByRole("button", { name: "Views" }).click();
  const saving = panel(page, "Views");
  await saving.getByLabel("Name", { exact: true }).fill("mine ABOVE 40");
  await saving.getByRole("button", { name: "Save view" }).click();
  await expect(saving.getByText(/has this name/)).toHaveCount(1);
  await expect(saving.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(saving.getByLabel("Name", { exact: true })).toHaveValue("mine ABOVE 40");
});

test("renamed and deleted where it is listed, by keyboard", async ({ browser, house }) => {
  const page = await pageOf(browser, house, owner);
  await page.goto(`${house.url}/t/tide/queue`);
  const more = (name: string) =>
    bar(page).getByRole("button", { name: `Rename, share or delete “${name}”` });
  await bar(page)
    .getByRole("link", { name: /^Mine above 40/ })
    .focus();
  await page.keyboard.press("Tab");
  await expect(more("Mine above 40")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Above forty");
  await page.keyboard.press("Enter");
  await expect(more("Above forty")).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await more("Above forty").press("Enter");
  await page.getByRole("button", { name: "Delete view" }).press("Enter");
  await expect(more("Above forty")).toHaveCount(0);
});
