import type { Page } from "@playwright/test";
import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "tide-frames" });

/** Of 150 frames, in milliseconds. On a busy machine only the page at rest says what 60 a second come to. */
const medianFrame = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const times: number[] = [];
        const step = (now: number) => {
          times.push(now);
          const frames = times.slice(1).map((time, at) => time - (times[at] ?? 0));
          if (times.length < 150) requestAnimationFrame(step);
          else resolve(frames.sort((a, b) => a - b)[Math.floor(frames.length / 2)] ?? 0);
        };
        requestAnimationFrame(step);
      }),
  );

test("610 candidates: while the clock runs, as many frames are drawn as at rest", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, await setUp(house, true));
  await page.route("**/api/v1/tide/board*", async (route) => {
    const response = await route.fetch();
    const board = await response.json();
    const sixteen = board.candidates;
    board.candidates = Array.from({ length: 610 }, (_, at) => ({
      ...sixteen[at % sixteen.length],
      id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
      name: `${sixteen[at % sixteen.length].name} ${at}`,
    }));
    await route.fulfill({ response, json: board });
  });
  await page.goto(`${house.url}/t/tide/tide`);
  await expect(page.getByText(/\/ 610/)).toBeVisible();
  const still = await medianFrame(page);
  await page.getByRole("button", { name: "Let the clock run" }).click();
  const moving = await medianFrame(page);
  console.log(
    `610 candidates: a frame every ${moving.toFixed(1)} ms, at rest ${still.toFixed(1)} ms`,
  );
  expect(moving).toBeLessThan(still * 1.5);
  await page.context().close();
});
