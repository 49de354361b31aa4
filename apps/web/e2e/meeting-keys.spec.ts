import type { Locator, Page } from "@playwright/test";
import { deeds, expect, pageOf, setUp, test } from "./house";

test.use({ called: "meeting-keys" });

/** Tab after Tab, as one goes who has no mouse. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${target}`);
}

test("a meeting from its start to its memo by keyboard alone", async ({ browser, house }) => {
  const page = await pageOf(browser, house, await setUp(house, false));
  const deed = deeds(page, house);
  const { id } = await deed<{ id: string }>("POST", "/candidates", { name: "Oar" });
  await deed("POST", `/candidates/${id}/stage`, { stage: "review" });
  const input = { name: "By keys", on: "2026-12-01", candidateIds: [id] };
  const round = await deed<{ id: string }>("POST", "/rounds", input);
  await page.goto(`${house.url}/t/tide/rounds/${round.id}`);
  await tabTo(page, page.getByRole("button", { name: "Start the meeting" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Take up the first candidate")).toBeVisible();
  await page.keyboard.press("]");
  const marks = page.getByRole("region", { name: "My marks" });
  await expect(marks).toBeVisible();
  await page.keyboard.type("34332");
  await page.keyboard.press("Control+Enter");
  await expect(marks.getByText("You are in")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Reveal 1/ })).toBeEnabled();
  await page.keyboard.press("Shift+R");
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Open the vote/ })).toBeEnabled();
  await page.keyboard.press("Shift+V");
  const vote = page.getByRole("region", { name: "Vote" });
  await expect(vote).toBeVisible();
  await page.keyboard.press("w");
  await expect(vote.getByText("Watch 1")).toBeVisible();
  await tabTo(page, page.getByRole("textbox", { name: "Why", exact: true }));
  await page.keyboard.type("It rows");
  await tabTo(page, page.getByRole("button", { name: "Decide: Watch" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Decision: Watch" })).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await tabTo(page, page.getByRole("button", { name: "Close the round" }));
  await page.keyboard.press("Enter");
  const sure = page.getByRole("dialog").getByRole("button", { name: "Close the round" });
  await tabTo(page, sure);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Memo" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toContainText("It rows");
});
