import type { Page } from "@playwright/test";
import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "board" });

const column = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(name) });
const cards = (page: Page, name: string) => column(page, name).getByRole("listitem");

test("stages side by side: moved by keys, by the menu and by dragging, put back; another browser sees it", async ({
  browser,
  house,
}) => {
  const owner = await setUp(house, false);
  const page = await pageOf(browser, house, owner);
  for (const name of ["Anchor", "Buoy", "Capstan"])
    await page.request.post(`${house.url}/api/v1/candidates`, {
      data: { name },
      headers: { origin: house.url },
    });
  const watcher = await pageOf(browser, house, owner);
  for (const one of [page, watcher]) await one.goto(`${house.url}/t/tide/board`);
  await expect(cards(page, "Inbox")).toHaveCount(3);
  await expect(cards(watcher, "Inbox")).toHaveCount(3);

  const undo = page.getByRole("button", { name: "Undo" });
  // Of several moves of one card only the last is offered to be undone.
  const toast = async (stage: string) => {
    const all = page.getByRole("alert").filter({ has: undo });
    await expect(all.filter({ hasText: stage })).toHaveCount(1);
    await expect(all).toHaveCount(1);
  };
  await page.getByRole("link", { name: "Anchor" }).focus();
  await page.keyboard.press("]");
  await expect(cards(page, "Screening")).toHaveText(/Anchor/);
  await toast("Screening");
  // The focus goes with the card: the next key moves it again.
  await expect(page.getByRole("link", { name: "Anchor" })).toBeFocused();
  await page.keyboard.press("[");
  await expect(cards(page, "Inbox")).toHaveCount(3);
  await toast("Inbox");
  await expect(page.getByRole("link", { name: "Anchor" })).toBeFocused();
  await page.keyboard.press("]");
  await expect(cards(page, "Screening")).toHaveText(/Anchor/);
  await expect(cards(watcher, "Screening")).toHaveText(/Anchor/);
  await toast("Screening");
  await undo.click();
  await expect(cards(page, "Inbox")).toHaveCount(3);

  await page.getByRole("button", { name: "Move Buoy" }).click();
  await page.getByRole("menuitem", { name: "Review" }).click();
  await expect(cards(page, "Review")).toHaveText(/Buoy/);

  await page.getByRole("link", { name: "Capstan" }).dragTo(column(page, "Review"));
  await expect(cards(page, "Review")).toHaveCount(2);
  await expect(cards(watcher, "Review")).toHaveCount(2);

  await page.getByRole("link", { name: "Anchor" }).dragTo(column(page, "Decided"));
  await page.getByRole("button", { name: "Pass…" }).click();
  await page.getByRole("button", { name: "Pass", exact: true }).click();
  await expect(cards(page, "Decided")).toHaveText(/Anchor.*Pass/s);
});
