import type { Explanation, RankingItem, RankingPage } from "@highwater/shared/ranking/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse({ sample: true });
});
afterAll(() => house.close());

const page = async (query = "", by = house.viewer) =>
  expectStatus(await by.get<RankingPage>(`/ranking?${query}`), 200);
const named = (items: RankingItem[], name: string) => {
  const item = items.find((one) => one.name.startsWith(name));
  if (!item) throw new Error(`${name} is not in the ranking.`);
  return item;
};
const why = async (name: string, query = "") => {
  const { id } = named((await page("limit=200")).items, name);
  return expectStatus(
    await house.viewer.get<Explanation>(`/candidates/${id}/explanation?${query}`),
    200,
  );
};

/** Minutes, analysis 1.13: marks C1-C5; totals and ranks under balanced, short and long; gate flags. */
const table: [string, number[], number[], number[], string[]][] = [
  ["GitHub Copilot", [5, 4, 5, 4, 2], [82, 88, 77], [1, 1, 2], ["three-traits"]],
  ["Voice ride-hailing", [4, 4, 4, 3, 1], [76, 78, 74], [2, 3, 3], ["three-traits"]],
  ["Biotech copilot", [3, 4, 4, 4, 1], [76, 74, 78], [2, 5, 1], ["three-traits"]],
  ["Notion AI", [5, 4, 4, 3, 3], [70, 80, 62], [4, 2, 4], ["three-traits"]],
  ["AI input method", [5, 3, 5, 4, 4], [68, 78, 60], [5, 3, 6], ["three-traits"]],
  ["Counselling assistant", [3, 4, 3, 4, 3], [63, 66, 62], [6, 7, 4], ["three-traits"]],
  ["HR screening", [3, 4, 4, 3, 3], [62, 68, 58], [7, 6, 8], ["three-traits"]],
  ["Typeface", [3, 4, 3, 3, 3], [59, 64, 56], [8, 8, 9], ["three-traits"]],
  ["Character.AI", [3, 3, 3, 4, 3], [59, 60, 59], [8, 9, 7], ["three-traits"]],
  ["Game NPC engine", [3, 3, 3, 3, 3], [55, 58, 53], [10, 10, 10], ["three-traits"]],
  ["Fine-tune service", [3, 3, 3, 1, 3], [47, 54, 41], [11, 13, 12], ["three-traits"]],
  ["Requirement→PRD→code", [3, 4, 2, 2, 4], [47, 56, 41], [11, 11, 12], ["submerged"]],
  ["Midjourney", [2, 3, 3, 3, 4], [46, 50, 44], [13, 14, 11], []],
  ["Jasper", [2, 4, 4, 2, 5], [44, 56, 36], [14, 11, 14], ["submerged"]],
  ["LangChain", [3, 3, 3, 1, 5], [37, 50, 27], [15, 14, 15], ["three-traits", "submerged"]],
  ["copy.ai", [2, 3, 4, 1, 5], [36, 48, 27], [16, 16, 15], ["submerged"]],
];
const criteria = ["habit", "pain", "assistant", "flywheel", "overrun"];

describe("the sixteen of the minutes", () => {
  test.each(table)("%s has its marks, totals, ranks and gate flags", async (...row) => {
    const [name, marks, totals, ranks, flags] = row;
    const places: (number | null)[] = [];
    const points: (number | null)[] = [];
    for (const preset of ["balanced", "short", "long"]) {
      const item = named((await page(`preset=${preset}&limit=200`)).items, name);
      places.push(item.rank);
      points.push(item.total);
      expect(criteria.map((key) => item.criteria[key]?.mean)).toEqual(marks);
      expect(criteria.map((key) => item.criteria[key]?.median)).toEqual(marks);
      expect(item).toMatchObject({ coverage: 1, reviews: 3, stage: "discussion", hidden: false });
      const gates = ["three-traits", "traits-fail", "submerged", "replacement"];
      expect(item.flags.filter((flag) => gates.includes(flag))).toEqual(flags);
    }
    expect({ points, places }).toEqual({ points: totals, places: ranks });
  });

  test("stand in the order of the table, and Balanced is what nobody asked otherwise", async () => {
    const asked = await page("limit=200&preset=balanced");
    const unasked = await page("limit=200");
    expect(unasked).toEqual(asked);
    expect(asked).toMatchObject({ scope: "team", preset: "balanced", count: 16, ranked: 16 });
    expect(asked.weights).toEqual({
      habit: 20,
      pain: 20,
      assistant: 15,
      flywheel: 20,
      overrun: 25,
    });
    expect(asked.items.map(({ total }) => total)).toEqual(
      table.map(([, , [balanced]]) => balanced),
    );
  });

  test("some split their reviewers, and are flagged for it", async () => {
    for (const item of (await page("limit=200")).items) {
      const spread = Math.max(...Object.values(item.criteria).map((score) => score?.spread ?? 0));
      expect(item.flags.includes("disagreement")).toBe(spread >= 3);
    }
    expect(
      (await page("limit=200")).items.some(({ flags }) => flags.includes("disagreement")),
    ).toBe(true);
  });

  test("are the same for every member, whatever the role", async () => {
    const seen = await Promise.all(
      [house.owner, house.admin, house.reviewer, house.viewer].map((by) => by.get("/ranking")),
    );
    expect(new Set(seen.map(({ text }) => text)).size).toBe(1);
  });
});

describe("the explanation", () => {
  test("of LangChain: submerged, with the rule, the quote and its line", async () => {
    const { gates, flags } = await why("LangChain");
    expect(flags).toEqual(expect.arrayContaining(["three-traits", "submerged"]));
    const submerged = gates.find(({ gate }) => gate.key === "submerged");
    expect(submerged).toMatchObject({
      state: "flag",
      values: { overrun: 5, flywheel: 1, thinWrapper: expect.any(Number) },
      gate: {
        code: "G2",
        rule: { en: expect.stringMatching(/4.*2/), zh: expect.stringMatching(/4.*2/) },
        citation: { line: expect.any(Number), zh: expect.any(String), en: expect.any(String) },
      },
    });
    expect([27, 75, 296]).toContain(submerged?.gate.citation.line);
    expect(gates.map(({ gate }) => gate.code)).toEqual(["G1", "G2", "G3", "G4", "G5", "G6", "G7"]);
  });

  test.each(["preset=balanced", "preset=short", "preset=long", "weights=1,2,3,4,5.5"])(
    "has parts that sum to the total under %s",
    async (query) => {
      for (const [name] of table) {
        const { parts, total, rank, of, coverage } = await why(name, query);
        const sum = parts.reduce((all, { points }) => all + points, 0);
        expect(Math.abs(sum - (total ?? 0))).toBeLessThan(1e-9);
        expect(parts.map(({ criterion }) => criterion)).toEqual(criteria);
        const item = named((await page(`limit=200&${query}`)).items, name);
        expect({ total, rank }).toEqual({ total: item.total, rank: item.rank });
        expect({ of, coverage }).toEqual({ of: 16, coverage: 1 });
      }
    },
  );

  test("turns the risk round: risk 5 gives 0 of 25 points, risk 1 gives 20", async () => {
    const part = async (name: string) =>
      (await why(name)).parts.find(({ criterion }) => criterion === "overrun");
    expect(await part("LangChain")).toMatchObject({
      inverted: true,
      value: 0,
      points: 0,
      most: 25,
    });
    expect(await part("Biotech")).toMatchObject({ value: 0.8, points: 20, most: 25 });
  });

  test("of a candidate that nobody reviewed is empty, of one that nobody knows 404", async () => {
    const { id } = await makeCandidate(house.owner);
    expect((await house.viewer.get(`/candidates/${id}/explanation`)).body).toMatchObject({
      total: null,
      parts: [],
      gates: [],
    });
    const unknown = `/candidates/${crypto.randomUUID()}/explanation`;
    expect((await house.viewer.get(unknown)).status).toBe(404);
  });
});

describe("a ranking that stays put", () => {
  test("an added candidate reorders nobody and changes no total", async () => {
    const figures = async () =>
      (await page("limit=200")).items.map(({ id, rank, total }) => ({ id, rank, total }));
    const before = await figures();
    await makeCandidate(house.owner, { name: "AAA newcomer" });
    expect(await figures()).toEqual(before);
  });

  test("an archived candidate leaves it, and those below move up", async () => {
    const { id } = named((await page("limit=200")).items, "GitHub Copilot");
    await house.owner.delete(`/candidates/${id}`);
    const without = await page("limit=200");
    expect(without).toMatchObject({ count: 15, ranked: 15 });
    expect(named(without.items, "Biotech").rank).toBe(1);
    expect(named(without.items, "copy.ai").rank).toBe(15);
    await house.owner.post(`/candidates/${id}/restore`);
    expect(await page("limit=200")).toMatchObject({ count: 16, ranked: 16 });
  });
});
