import type { CandidatePage } from "@highwater/shared/candidates/contract";
import type { Import } from "@highwater/shared/exchange/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { begin, check, checked, commit, rowsOf, settled } from "../../../test/import.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const products = (count: number, word: string) =>
  [
    "name,url",
    ...Array.from({ length: count }, (_, at) => `${word} ${at},${word}-${at}.example`),
  ].join("\n");

const jobs = () =>
  house.sql(
    `select "subjectId", kind, state, attempts, "createdAt", "endedAt" from "Job"
      where lane = 'imports' order by "createdAt", id`,
  );

const counted = async () =>
  expectStatus(await house.reviewer.get<CandidatePage>("/candidates?limit=1"), 200).count;

test("on two replicas every job runs once, and a team's imports one after the other", async () => {
  const other = await house.replica();
  try {
    const [here, there] = [house.reviewer, other.as("second")];
    const files = await Promise.all(
      ["Alpha", "Beta", "Gamma", "Delta"].map(async (word, at) => {
        const client = at % 2 === 0 ? here : there;
        const { id } = await begin(client, `${word}.csv`, products(1_500, word));
        return { client, id };
      }),
    );
    const dry = await Promise.all(
      files.map(({ client, id }) => check(client, id, { mapping: ["name", "website"] })),
    );
    expect(dry.map(({ report }) => report?.ready)).toEqual([1_500, 1_500, 1_500, 1_500]);
    const done = await Promise.all(files.map(({ client, id }) => commit(client, id)));
    expect(done.map(({ report }) => report?.added)).toEqual([1_500, 1_500, 1_500, 1_500]);
    expect(await counted()).toBe(6_000);
    const ran = await jobs();
    expect(ran.map(({ state, attempts }) => [state, attempts])).toEqual(
      Array.from({ length: 8 }, () => ["done", 1]),
    );
    const ends = ran.map(({ endedAt }) => (endedAt as Date).getTime());
    expect([...ends].sort((a, b) => a - b)).toEqual(ends);
  } finally {
    await other.close();
  }
});

test("a check is cancelled in the middle: nothing has changed, and it may be begun again", async () => {
  const { reviewer } = house;
  const { id } = await begin(reviewer, "many.csv", products(60_000, "Many"));
  const mapping = ["name", "website"];
  expectStatus(await reviewer.post(`/imports/${id}/check`, { mapping }), 200);
  for (let running = false; !running; )
    running = (await jobs()).some(({ state }) => state === "running");
  expect(expectStatus(await reviewer.post<Import>(`/imports/${id}/cancel`), 200).state).toBe(
    "cancelled",
  );
  for (let open = true; open; ) open = (await jobs()).some(({ endedAt }) => endedAt === null);
  expect((await jobs()).map(({ state }) => state)).toEqual(["cancelled"]);
  expect((await settled(reviewer, id)).state).toBe("cancelled");
  expect(await house.sql(`select row from "ImportRow" limit 1`)).toEqual([]);
  expect(await counted()).toBe(0);
  expect((await check(reviewer, id, { mapping })).report).toMatchObject({ ready: 60_000 });
});

/** Statistics of an empty table make PostgreSQL take any number of new rows for one. */
test("the same file twice over is told in time, even where the tables' statistics are of empty ones", async () => {
  const { reviewer } = house;
  await house.sql(`vacuum analyze "ImportRow"`);
  await house.sql(`vacuum analyze "Candidate"`);
  const file = `${products(15_000, "Same")}\n${products(15_000, "Same").slice("name,url\n".length)}`;
  const dry = await checked(reviewer, "same.csv", file);
  expect(dry.report).toMatchObject({ ready: 15_000, duplicates: 15_000 });
  await commit(reviewer, dry.id);
  const again = await checked(reviewer, "same.csv", file);
  expect(again.report).toMatchObject({ ready: 0, duplicates: 30_000 });
  const { items } = await rowsOf(reviewer, again.id, "duplicate");
  expect(items[0]).toMatchObject({ because: "website", match: { name: "Same 0", row: null } });
}, 60_000);
