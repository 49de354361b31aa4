import { type RankingItem, type RankingPage, sortKeys } from "@highwater/shared/ranking/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, saveDraft, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse({ sample: true });
  // One's own marks, some of them partial and some ties, so that Mine has an order too.
  for (let n = 0; n < 6; n += 1) {
    const { id } = await makeReviewable(house.owner, { name: `Own ${n}` });
    if (n < 3) await sign(house.reviewer, id, [3, 3, 3, 3, n]);
    else await saveDraft(house.reviewer, id, { scores: { habit: { score: 3 } } });
  }
});
afterAll(() => house.close());

const page = async (query: string) =>
  expectStatus(await house.reviewer.get<RankingPage>(`/ranking?${query}`), 200);

async function everyPage(query: string, limit = 7): Promise<RankingItem[]> {
  const seen: RankingItem[] = [];
  for (let cursor = ""; ; ) {
    const { items, nextCursor } = await page(`${query}&limit=${limit}${cursor}`);
    seen.push(...items);
    if (nextCursor === null) return seen;
    expect(items).toHaveLength(limit);
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
}

const scopes = ["team", "mine"];
const sorts = sortKeys.flatMap((key) => [key, `-${key}`]);
const cases = scopes.flatMap((scope) => sorts.map((sort) => [scope, sort] as const));

/** The figure that a sort compares, for the test's own idea of the order. */
function figure(item: RankingItem, key: string): number | null {
  if (key === "total") return item.total;
  if (key === "reviews" || key === "champions") return item[key];
  return item.criteria[key]?.mean ?? null;
}

test.each(cases)("in %s, sorted by %s, pages visit each once and in order", async (scope, sort) => {
  const query = `scope=${scope}&sort=${sort}&weights=3,1,4,1,5`;
  const whole = (await page(`${query}&limit=200`)).items;
  const paged = await everyPage(query);
  expect(paged).toEqual(whole);
  expect(new Set(paged.map(({ id }) => id)).size).toBe(scope === "team" ? 16 : whole.length);
  const key = sort.replace("-", "");
  if (key === "name") return;
  const figures = whole.map((item) => figure(item, key));
  const known = figures.filter((one) => one !== null);
  const way = sort.startsWith("-") ? -1 : 1;
  expect(figures).toEqual([
    ...[...known].sort((a, b) => way * (a - b)),
    ...Array(figures.length - known.length).fill(null),
  ]);
});

test.each([1, 2, 5, 15, 16])(
  "among ties, a first page of %d is the beginning of all",
  async (limit) => {
    const query = "sort=-total&weights=0,0,0,0,1";
    const whole = (await page(`${query}&limit=200`)).items;
    expect(new Set(whole.map(({ total }) => total)).size).toBeLessThan(16);
    expect((await page(`${query}&limit=${limit}`)).items).toEqual(whole.slice(0, limit));
    expect(await everyPage(query, limit)).toEqual(whole);
  },
);

test("names go up and down in one collation, for ties of the total too", async () => {
  const collator = new Intl.Collator("zh");
  const names = (await page("sort=name&limit=200")).items.map(({ name }) => name);
  expect(names).toEqual([...names].sort(collator.compare));
  const down = (await page("sort=-name&limit=200")).items.map(({ name }) => name);
  expect(down).toEqual([...names].reverse());
  const byTotal = (await page("limit=200")).items;
  for (const [at, item] of byTotal.entries()) {
    const next = byTotal[at + 1];
    if (next && next.total === item.total)
      expect(collator.compare(item.name, next.name)).toBeLessThanOrEqual(0);
  }
});

test("ranks are of the whole scope, under every filter", async () => {
  const ranks = new Map((await page("limit=200")).items.map(({ id, rank }) => [id, rank]));
  for (const filter of [
    "q=AI",
    "vertical=code",
    "minTotal=60",
    "stage=discussion",
    "tag=good-case",
  ]) {
    const filtered = await page(`${filter}&limit=200`);
    expect(filtered.items.length).toBeGreaterThan(0);
    expect(filtered.ranked).toBe(16);
    expect(filtered.count).toBe(filtered.items.length);
    for (const { id, rank } of filtered.items) expect(rank).toBe(ranks.get(id));
    expect(await everyPage(filter, 2)).toEqual(filtered.items);
  }
});

test("minTotal lets through what reaches it exactly", async () => {
  const of = async (minTotal: string) =>
    (await page(`minTotal=${minTotal}&limit=200`)).items.length;
  expect([
    await of("82"),
    await of("82.1"),
    await of("76"),
    await of("0"),
    await of("100"),
  ]).toEqual([1, 0, 3, 16, 0]);
});

describe("weights", () => {
  test("one a criterion, in the rubric's order; only proportions count", async () => {
    const list = await page("weights=20,20,15,20,25&limit=200");
    const doubled = await page("weights=40,40,30,40,50&limit=200");
    const preset = await page("preset=balanced&limit=200");
    expect(list.preset).toBeNull();
    expect(list.items).toEqual(preset.items);
    expect(doubled.items).toEqual(preset.items);
  });

  test("all on the risk put the safest first: the risk is turned round", async () => {
    const { items } = await page("weights=0,0,0,0,1&limit=200");
    const risks = items.map(({ criteria }) => criteria["overrun"]?.mean ?? 0);
    expect(risks).toEqual([...risks].sort((a, b) => a - b));
    expect(items[0]).toMatchObject({ total: 80, rank: 1 });
    expect(items.at(-1)).toMatchObject({ total: 0 });
  });

  test("none for what one has scored leaves it unscored and incomplete, not 0", async () => {
    const { items } = await page("scope=mine&weights=0,1,0,0,0&limit=200&q=Own");
    const drafts = items.filter(({ mine }) => mine === "draft");
    expect(drafts).toHaveLength(3);
    for (const { total, rank, coverage } of drafts)
      expect({ total, rank, coverage }).toEqual({ total: null, rank: null, coverage: 0 });
  });

  test.each([
    ["preset=short&weights=1,1,1,1,1", "#/weights"],
    ["weights=1,1,1,1", "#/weights"],
    ["weights=1,1,1,1,1,1", "#/weights"],
    ["weights=0,0,0,0,0", "#/weights"],
    ["weights=1,1,1,1,-1", "#/weights"],
    ["weights=1,1,1,1,x", "#/weights"],
    ["weights=1,1,1,1,1000001", "#/weights"],
    ["weights=", "#/weights"],
    ["preset=mine", "#/preset"],
    ["scope=all", "#/scope"],
    ["sort=sum", "#/sort"],
    ["minTotal=101", "#/minTotal"],
    ["minTotal=abc", "#/minTotal"],
    ["stage=limbo", "#/stage"],
    ["limit=201", "#/limit"],
    ["colour=red", "#/colour"],
  ])("%s is refused at %s", async (query, pointer) => {
    expect(await house.viewer.get(`/ranking?${query}`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
  });
});

test("a cursor belongs to its scope, weights and sort", async () => {
  const { nextCursor } = await page("sort=-total&preset=short&limit=3");
  const cursor = encodeURIComponent(nextCursor ?? "");
  await page(`sort=-total&preset=short&limit=5&cursor=${cursor}`);
  for (const query of ["preset=long", "preset=short&sort=total", "preset=short&scope=mine", ""])
    expect(await house.reviewer.get(`/ranking?${query}&cursor=${cursor}`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/cursor" }] },
    });
});
