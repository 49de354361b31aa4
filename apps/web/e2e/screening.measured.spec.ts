import type { Page } from "@playwright/test";
import { expect, type House, pageOf, setUp, test } from "./house";

test.use({ called: "screening" });
test.describe.configure({ mode: "serial" });

const nameOf = (index: number) => `Candidate ${String(index).padStart(3, "0")}`;
const count = async (page: Page, house: House, query: string) =>
  (await (await page.request.get(`${house.url}/api/v1/candidates?limit=1&${query}`)).json()).count;
const shown = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 });

async function enter(page: Page, house: House, from: number, to: number) {
  for (let index = from; index <= to; index++) {
    const answer = await page.request.post(`${house.url}/api/v1/candidates`, {
      data: {
        name: nameOf(index),
        website: `https://c${index}.example.com`,
        thesis: "Reads the forms that nobody reads.",
        tags: ["forms"],
      },
      headers: { origin: house.url },
    });
    expect(answer.status()).toBe(201);
  }
}

/** From each key to the frame after the next name stands in the document, measured in the page. */
async function measure(page: Page) {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    document.addEventListener(
      "keydown",
      ({ timeStamp, key }) => {
        if (!/^[rwps]$/.test(key)) return;
        const name = () => document.querySelector("main h2")?.textContent;
        const before = name();
        const look = () =>
          requestAnimationFrame((now) =>
            name() === before ? look() : times.push(now - timeStamp),
          );
        look();
      },
      { capture: true },
    );
  });
}

const measured = async (page: Page): Promise<number[]> =>
  (await page.evaluate(() => (window as unknown as { times: number[] }).times)).sort(
    (a, b) => a - b,
  );

test("a hundred candidates by keyboard, each next one under 200 ms after the key", async ({
  browser,
  house,
}) => {
  test.setTimeout(180_000);
  const page = await pageOf(browser, house, await setUp(house, false));
  await enter(page, house, 1, 100);
  await page.goto(`${house.url}/t/tide/inbox`);
  await page.getByRole("link", { name: "Start screening" }).click();
  await expect(shown(page)).toHaveText(nameOf(1));
  await expect(page.getByText("1 of 100")).toBeVisible();
  await measure(page);
  for (let index = 1; index <= 99; index++) {
    await page.keyboard.press(index % 10 === 0 ? "r" : index % 5 === 0 ? "w" : "p");
    await expect(shown(page)).toHaveText(nameOf(index + 1), { timeout: 2_000 });
  }
  // The frame after the last key may still be on its way.
  await expect.poll(async () => (await measured(page)).length).toBe(99);
  const times = await measured(page);
  const at = (share: number) => times[Math.ceil(share * times.length) - 1] ?? Infinity;
  console.log(
    `key to next candidate: ${times.length} keys, median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, most ${at(1).toFixed(1)} ms`,
  );
  expect(at(0.95)).toBeLessThan(200);
  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { name: "That was the pile" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "to Review" })).toHaveText(/^10 /);
  await expect.poll(() => count(page, house, "stage=inbox")).toBe(0);
  expect(await count(page, house, "stage=review")).toBe(10);
  expect(await count(page, house, "outcome=watch")).toBe(10);
  expect(await count(page, house, "outcome=pass")).toBe(80);
  await page.keyboard.press("u");
  await expect(shown(page)).toHaveText(nameOf(100));
  await page.keyboard.press("u");
  await expect(shown(page)).toHaveText(nameOf(99));
  await expect.poll(() => count(page, house, "stage=inbox")).toBe(2);
  expect(await count(page, house, "outcome=pass")).toBe(79);
  await page.context().close();
});

test("a reload in the middle loses nothing; reasons go with the key; undo reaches across it", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, {
    email: "ada@example.com",
    password: "correct horse",
  });
  await enter(page, house, 101, 108);
  await page.goto(`${house.url}/t/tide/screen`);
  await expect(shown(page)).toHaveText(nameOf(99));
  await page.keyboard.press("Tab");
  await page.keyboard.type("Reads well. R P W");
  await page.keyboard.press("Enter");
  await expect(shown(page)).toHaveText(nameOf(99));
  await page.keyboard.press("r");
  await page.keyboard.press("s");
  await page.keyboard.press("w");
  await page.keyboard.press("p");
  await page.reload();
  await expect(shown(page)).toHaveText(nameOf(103));
  await expect(page.getByText("5 of 10")).toBeVisible();
  await expect.poll(() => count(page, house, "stage=inbox")).toBe(7);
  await page.keyboard.press("u");
  await expect(shown(page)).toHaveText(nameOf(102));
  await expect.poll(() => count(page, house, "stage=inbox")).toBe(8);
  for (let index = 102; index <= 108; index++) {
    await expect(shown(page)).toHaveText(nameOf(index));
    await page.keyboard.press("p");
  }
  await expect(shown(page)).toHaveText(nameOf(100));
  const { items } = await (
    await page.request.get(`${house.url}/api/v1/candidates?q=${nameOf(101)}`)
  ).json();
  expect(items[0]).toMatchObject({ stage: "decided", decision: { outcome: "watch" } });
  await page.context().close();
});

test("somebody else was faster: one is told, nothing is overwritten; a lost network is waited for", async ({
  browser,
  house,
}) => {
  const page = await pageOf(browser, house, {
    email: "ada@example.com",
    password: "correct horse",
  });
  await enter(page, house, 109, 111);
  await page.goto(`${house.url}/t/tide/screen?q=Candidate+11`);
  await expect(shown(page)).toHaveText(nameOf(110));
  const { items } = await (
    await page.request.get(`${house.url}/api/v1/candidates?q=${nameOf(110)}`)
  ).json();
  await page.request.post(`${house.url}/api/v1/candidates/${items[0].id}/stage`, {
    data: { stage: "screening" },
    headers: { origin: house.url },
  });
  await page.keyboard.press("p");
  await expect(page.getByText(`${nameOf(110)}: Someone moved it`)).toBeVisible();
  expect(await count(page, house, "stage=screening")).toBe(1);
  await page.context().setOffline(true);
  await expect(shown(page)).toHaveText(nameOf(111));
  await page.keyboard.press("w");
  await expect(page.getByRole("heading", { name: "That was the pile" })).toBeVisible();
  await page.context().setOffline(false);
  await expect.poll(() => count(page, house, "outcome=watch&q=111"), { timeout: 15_000 }).toBe(1);
  await page.context().close();
});
