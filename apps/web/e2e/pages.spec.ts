import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, pageOf, setUp, test } from "./house";

test.use({ called: "pages" });

test.describe.configure({ mode: "serial" });

/** The stream of live events never ends, so the network is never idle: nothing else has come for a while. */
const quiet = (page: Page) =>
  page.waitForFunction(() => {
    const ends = performance
      .getEntriesByType("resource")
      .map((one) => one.startTime + one.duration);
    return performance.now() - Math.max(0, ...ends) > 500;
  });

/** Every page, in both languages and schemes, wide and narrow: no serious finding, no sideways scroll. */
async function look(page: Page, at: string) {
  await page.goto(at);
  await expect(page.getByRole("heading").first()).toBeVisible();
  await quiet(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    serious.map(({ id, nodes }) => `${at}: ${id} ${nodes[0]?.html}`),
    at,
  ).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, `${at} scrolls sideways`).toBeLessThanOrEqual(0);
}

const looks = [
  { name: "light", viewport: { width: 1440, height: 900 }, scheme: "light", locale: "en" },
  { name: "dark", viewport: { width: 1440, height: 900 }, scheme: "dark", locale: "en" },
  { name: "Chinese", viewport: { width: 1440, height: 900 }, scheme: "light", locale: "zh" },
  { name: "a phone", viewport: { width: 390, height: 844 }, scheme: "light", locale: "zh" },
] as const;

let owner: Awaited<ReturnType<typeof setUp>>;
test.beforeAll(async ({ house }) => {
  owner = await setUp(house, true);
});

for (const { name, viewport, scheme, locale } of looks)
  test(`every page is clean to axe and fits its screen: ${name}`, async ({ browser, house }) => {
    test.setTimeout(300_000);
    const page = await pageOf(browser, house, owner, {
      viewport,
      colorScheme: scheme,
      locale: locale === "zh" ? "zh-CN" : "en-US",
    });
    const { items } = await (
      await page.request.get(`${house.url}/api/v1/ranking?q=LangChain`)
    ).json();
    const queue = await (await page.request.get(`${house.url}/api/v1/reviews/queue`)).json();
    const [scored, waiting] = [items[0].id, queue.items[0].id];
    const views = [
      "",
      "?scope=mine",
      "inbox",
      "screen",
      "candidates",
      "import",
      "new",
      "queue",
      "overview",
      "matrix",
      "weights",
      "changes?since=2026-01-01",
      `compare?ids=${scored},${waiting}`,
      "rubric",
      "rounds",
      "settings",
      "progress",
      "tide?months=36",
      "tide?months=36&table=1",
      "tide/catalogue",
      "lab",
      "lab/leniency?adjusted=1",
      "lab/agreement",
      "lab/trade-offs",
      "lab/duel?top=4",
      "lab/claims",
      "lab/strategy?growth=0.2",
      "lab/self-test?weights=0,0,1,0,0",
      `c/${scored}`,
      `c/${waiting}`,
      `c/${scored}/edit`,
      `c/${waiting}/review`,
    ];
    for (const view of views) await look(page, `${house.url}/t/tide/${view}`);
    await page.context().close();
  });

test("the first page loads at most 320 KB of gzipped JavaScript", async ({ browser, house }) => {
  const page = await pageOf(browser, house, {
    email: "ada@example.com",
    password: "correct horse",
  });
  await page.goto(`${house.url}/t/tide/`);
  await expect(page.getByRole("row").filter({ hasText: "GitHub Copilot" })).toBeVisible();
  await quiet(page);
  const bytes = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(320 * 1000);
});
