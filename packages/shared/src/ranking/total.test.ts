import fc from "fast-check";
import { countsOf, teamScore } from "../reviews/consensus.js";
import { coreCriteria } from "../rubrics/contract.js";
import { presetWeights } from "../rubrics/weights.js";
import { rank } from "./rank.js";
import { roundTotal, type TeamScores, total, value } from "./total.js";

const criteria = coreCriteria.map((key) => ({ key, inverted: key === "overrun" }));

const scored = (levels: readonly (number | null)[]): TeamScores =>
  Object.fromEntries(
    coreCriteria.map((key, i) => {
      const level = levels[i] ?? null;
      return [key, level === null ? null : teamScore(countsOf([level]))];
    }),
  );

/** The reference cases of docs/rubric.md: C1-C5, totals under balanced, short and long, ranks under the same. */
const referenceCases = [
  ["GitHub Copilot", [5, 4, 5, 4, 2], [82, 88, 77], [1, 1, 2]],
  ["Voice ride-hailing for the elderly", [4, 4, 4, 3, 1], [76, 78, 74], [2, 3, 3]],
  ["Biotech copilot", [3, 4, 4, 4, 1], [76, 74, 78], [2, 5, 1]],
  ["Notion AI", [5, 4, 4, 3, 3], [70, 80, 62], [4, 2, 4]],
  ["AI input method", [5, 3, 5, 4, 4], [68, 78, 60], [5, 3, 6]],
  ["Counselling assistant", [3, 4, 3, 4, 3], [63, 66, 62], [6, 7, 4]],
  ["HR screening assistant", [3, 4, 4, 3, 3], [62, 68, 58], [7, 6, 8]],
  ["Typeface", [3, 4, 3, 3, 3], [59, 64, 56], [8, 8, 9]],
  ["Character.AI", [3, 3, 3, 4, 3], [59, 60, 59], [8, 9, 7]],
  ["Game NPC engine", [3, 3, 3, 3, 3], [55, 58, 53], [10, 10, 10]],
  ["Fine-tune service for banks", [3, 3, 3, 1, 3], [47, 54, 41], [11, 13, 12]],
  ["Requirement→PRD→code", [3, 4, 2, 2, 4], [47, 56, 41], [11, 11, 12]],
  ["Midjourney", [2, 3, 3, 3, 4], [46, 50, 44], [13, 14, 11]],
  ["Jasper", [2, 4, 4, 2, 5], [44, 56, 36], [14, 11, 14]],
  ["LangChain", [3, 3, 3, 1, 5], [37, 50, 27], [15, 14, 15]],
  ["copy.ai", [2, 3, 4, 1, 5], [36, 48, 27], [16, 16, 15]],
] as const;

describe.each([
  ["balanced", 0],
  ["short", 1],
  ["long", 2],
] as const)("the 16 reference cases, %s", (preset, column) => {
  const rows = referenceCases.map(([name, levels]) => ({
    name,
    ...total(scored(levels), criteria, presetWeights[preset]),
  }));

  test("have exactly the totals of the minutes' table", () => {
    expect(rows.map(({ name, total }) => [name, total])).toEqual(
      referenceCases.map(([name, , totals]) => [name, totals[column]]),
    );
  });

  test("have exactly its ranks", () => {
    const places = new Map(rank(rows).map(({ name, rank }) => [name, rank]));
    expect(rows.map(({ name }) => [name, places.get(name)])).toEqual(
      referenceCases.map(([name, , , ranks]) => [name, ranks[column]]),
    );
  });
});

test("a risk is worth its inverse, from end to end", () => {
  expect([0, 1, 2.5, 5].map((mean) => value(mean, false))).toEqual([0, 0.2, 0.5, 1]);
  expect([0, 1, 2.5, 5].map((mean) => value(mean, true))).toEqual([1, 0.8, 0.5, 0]);
});

test("perfect is 100, worst is 0", () => {
  const weights = presetWeights.balanced;
  expect(total(scored([5, 5, 5, 5, 0]), criteria, weights).total).toBe(100);
  expect(total(scored([0, 0, 0, 0, 5]), criteria, weights).total).toBe(0);
});

test("nobody scored: no total and no coverage", () => {
  const nothing = { total: null, coverage: 0 };
  expect(total({}, criteria, presetWeights.balanced)).toEqual(nothing);
  expect(total(scored([]), criteria, presetWeights.balanced)).toEqual(nothing);
});

test("a missing criterion leaves the mean and lowers the coverage", () => {
  expect(total(scored([5, 5, 5, 5, null]), criteria, presetWeights.balanced)).toEqual({
    total: 100,
    coverage: 0.75,
  });
});

test("scored only where nothing weighs: unscored", () => {
  const weights = { habit: 0, pain: 1, assistant: 0, flywheel: 0, overrun: 0 };
  expect(total(scored([5]), criteria, weights)).toEqual({ total: null, coverage: 0 });
});

test("a criterion of weight 0 that nobody scored takes no coverage away", () => {
  const weights = { ...presetWeights.balanced, flywheel: 0 };
  expect(total(scored([5, 5, 5, null, 0]), criteria, weights)).toEqual({ total: 100, coverage: 1 });
});

test("all weights 0: nothing is ranked, nothing breaks", () => {
  expect(total(scored([5, 5, 5, 5, 5]), criteria, {})).toEqual({ total: null, coverage: 0 });
});

test("totals a rounding error apart are one total; 2e-9 apart they are two", () => {
  expect(roundTotal(82.00000000000001)).toBe(82);
  expect(roundTotal(81.99999999999999)).toBe(82);
  expect(roundTotal(82.000000002)).toBeGreaterThan(82);
  expect(roundTotal(1.5e-9)).toBe(2e-9);
});

const mean = fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100);
const asScore = (value: number | null | undefined) =>
  value === null || value === undefined
    ? null
    : { mean: value, median: value, spread: 0, deviation: null, n: 1, counts: [0, 0, 0, 0, 0, 1] };
const scoresFrom = (means: readonly (number | null)[]): TeamScores =>
  Object.fromEntries(coreCriteria.map((key, i) => [key, asScore(means[i])]));
const weighing = fc
  .array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 5, maxLength: 5 })
  .map((list) => Object.fromEntries(coreCriteria.map((key, i) => [key, list[i] ?? 0])));
const five = fc.array(fc.option(mean, { freq: 4 }), { minLength: 5, maxLength: 5 });
const scaled = (weights: Record<string, number>, by: number) =>
  Object.fromEntries(Object.entries(weights).map(([key, weight]) => [key, weight * by]));

test("law: a total lies between 0 and 100, a coverage between 0 and 1", () => {
  fc.assert(
    fc.property(five, weighing, (means, weights) => {
      const { total: points, coverage } = total(scoresFrom(means), criteria, weights);
      expect(points ?? 0).toBeGreaterThanOrEqual(0);
      expect(points ?? 0).toBeLessThanOrEqual(100);
      expect(coverage).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeLessThanOrEqual(1);
      expect(coverage === 1).toBe(means.every((one) => one !== null));
      expect(points === null).toBe(coverage === 0);
    }),
  );
});

test("law: doubling every weight changes nothing, to the last bit", () => {
  fc.assert(
    fc.property(five, weighing, (means, weights) => {
      const scores = scoresFrom(means);
      expect(total(scores, criteria, scaled(weights, 2))).toEqual(total(scores, criteria, weights));
    }),
  );
});

test("law: any other common factor changes nothing beyond the rounding", () => {
  fc.assert(
    fc.property(five, weighing, fc.integer({ min: 1, max: 999 }), (means, weights, by) => {
      const [a, b] = [weights, scaled(weights, by)].map((w) =>
        total(scoresFrom(means), criteria, w),
      );
      expect(Math.abs((a?.total ?? 0) - (b?.total ?? 0))).toBeLessThan(2e-9);
    }),
  );
});

test("law: a better mean never lowers a total, a higher risk never raises it", () => {
  const at = fc.constantFrom(...coreCriteria);
  fc.assert(
    fc.property(five, weighing, at, mean, mean, (means, weights, key, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)].map((mean) =>
        total({ ...scoresFrom(means), [key]: asScore(mean) }, criteria, weights),
      );
      const gain = (high?.total ?? 0) - (low?.total ?? 0);
      if (key === "overrun") expect(gain).toBeLessThanOrEqual(0);
      else expect(gain).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("law: a total depends on nothing but its own candidate, so adding one reorders nobody", () => {
  const candidate = fc.record({ id: fc.uuid(), means: five });
  fc.assert(
    fc.property(
      fc.uniqueArray(candidate, { selector: ({ id }) => id, minLength: 1 }),
      fc.nat(),
      weighing,
      (all, index, weights) => {
        const order = (list: typeof all) =>
          rank(
            list.map(({ id, means }) => ({ id, ...total(scoresFrom(means), criteria, weights) })),
          );
        const added = all[index % all.length];
        const without = order(all.filter((one) => one !== added));
        const others = order(all).filter(({ id }) => id !== added?.id);
        expect(others.map(({ id, total }) => [id, total])).toEqual(
          without.map(({ id, total }) => [id, total]),
        );
        others.forEach((row, i) => {
          const before = without[i]?.rank ?? null;
          expect([before, before === null ? null : before + 1]).toContain(row.rank);
        });
      },
    ),
  );
});
