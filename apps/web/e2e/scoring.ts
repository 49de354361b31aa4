import type { Page } from "@playwright/test";
import { type Deed, expect } from "./house";

export const criteria = ["habit", "pain", "assistant", "flywheel", "overrun"] as const;

/** Scores by keyboard alone, from `done` criteria on; the page says how many are done. */
export async function scoreByKeyboard(page: Page, digits: string, done = 0) {
  for (const [index, digit] of [...digits].entries()) {
    // The first key may come before the page listens: a person would press it again.
    await expect(async () => {
      await page.keyboard.press(digit);
      await expect(page.getByText(`${done + index + 1} of 5`).first()).toBeVisible({
        timeout: 700,
      });
    }).toPass();
    if ("015".includes(digit)) await page.keyboard.press("w");
    await page.keyboard.press("Enter");
  }
}

export async function writeSummary(page: Page, words: string) {
  await page.getByRole("textbox", { name: /whole|summary/i }).focus();
  await page.keyboard.type(words);
}

/** Signs a review through the API, with a reason for every score; `ifMatch` where there is one already. */
export async function sign(
  deed: Deed,
  id: string,
  marks: readonly number[],
  why: string,
  ifMatch?: string,
) {
  const scores = criteria.map((key, at) => [key, { score: marks[at], reason: `${why} ${key}` }]);
  const review = { summary: why, scores: Object.fromEntries(scores) };
  await deed("PUT", `/candidates/${id}/reviews/mine`, review, ifMatch);
  await deed("POST", `/candidates/${id}/reviews/mine/sign`);
}
