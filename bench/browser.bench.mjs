import { line, ms } from "./load.mjs";
import { openPages } from "./pages.mjs";

/**
 * The weight studio over 100,000 candidates in a browser: frames while a weight is dragged and while the table scrolls,
 * against the frames of the same page at rest, and the heap afterwards: `npm run bench -- browser 100000`.
 */
const size = Number(process.argv[2] ?? 100_000);
const seconds = 4;
const pages = await openPages("Bench browser", size);
const page = await (await pages.context()).newPage();
await page.goto(`${pages.team}/weights`);
await page.getByRole("grid").getByRole("row").first().waitFor({ timeout: 120_000 });
// The intervals come by and by from a worker; they are no part of what is measured.
await page.waitForTimeout(5000);

/** The frames drawn while this goes on: their median and 95 % in milliseconds. */
async function frames(/** @type {() => Promise<unknown>} */ work) {
  await page.evaluate(() => {
    const times = /** @type {number[]} */ ([]);
    Object.assign(window, { frameTimes: times });
    const tick = (/** @type {number} */ now) => {
      times.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  const times = /** @type {number[]} */ (
    await page.evaluate(() => Reflect.get(window, "frameTimes"))
  );
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  return {
    median: at(0.5),
    late: at(0.95),
    rate: (1000 * gaps.length) / gaps.reduce((a, b) => a + b, 0),
  };
}

const until = async (/** @type {() => Promise<unknown>} */ step) => {
  const end = performance.now() + 1000 * seconds;
  while (performance.now() < end) await step();
};

const rest = await frames(() => page.waitForTimeout(1000 * seconds));
const thumb = page.getByRole("slider").first();
const box = await thumb.boundingBox();
if (!box) throw new Error("There is no slider.");
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
await page.mouse.move(x, y);
await page.mouse.down();
let turn = 0;
const dragged = await frames(() =>
  until(async () => {
    turn += 1;
    await page.mouse.move(x + 60 * Math.sin(turn / 15), y);
    await page.waitForTimeout(8);
  }),
);
await page.mouse.up();
await page.waitForURL(/weights=/, { timeout: 10_000 });
const first = await page.getByRole("grid").getByRole("row").first().innerText();
await page.getByRole("grid").hover();
const scrolled = await frames(() =>
  until(async () => {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(8);
  }),
);
if ((await page.getByRole("grid").getByRole("row").first().innerText()) === first)
  throw new Error("The table did not scroll.");
const devtools = await page.context().newCDPSession(page);
await devtools.send("HeapProfiler.collectGarbage");
const { usedSize, embedderHeapUsedSize, backingStorageSize } =
  await devtools.send("Runtime.getHeapUsage");
const heap = (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;

const named = size.toLocaleString("en");
console.log(`\n${named} candidates in the weight studio, ${seconds} s each`);
for (const [work, one] of /** @type {const} */ ([
  ["a weight is dragged", dragged],
  ["the table scrolls", scrolled],
])) {
  const ratio = one.median / rest.median;
  line(
    `${work}: median frame`,
    named,
    ms(rest.median),
    ms(one.median),
    ratio,
    "1.1 ×",
    ratio <= 1.1,
  );
  const late = one.late / rest.late;
  line(`${work}: frame at 95 %`, named, ms(rest.late), ms(one.late), late, "1.5 ×", late <= 1.5);
  console.log(`${work}: ${one.rate.toFixed(1)} frames a second (at rest ${rest.rate.toFixed(1)})`);
}
console.log(`heap afterwards: ${heap.toFixed(0)} MB (goal: under 300)`);
await pages.close();
