import fc from "fast-check";
import { countsOf, teamScore } from "../reviews/consensus.js";
import { coreCriteria } from "../rubrics/contract.js";
import { presetWeights } from "../rubrics/weights.js";
import { explain } from "./explain.js";
import { total } from "./total.js";

const criteria = coreCriteria.map((key) => ({ key, inverted: key === "overrun" }));
const of = (levels: readonly (readonly number[])[]) =>
  Object.fromEntries(coreCriteria.map((key, i) => [key, teamScore(countsOf(levels[i] ?? []))]));
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

test("Jasper: a risk of 5 gives 0 of 25 points", () => {
  const { total, coverage, parts } = explain(
    of([[2], [4], [4], [2], [5]]),
    criteria,
    presetWeights.balanced,
  );
  expect({ total, coverage }).toEqual({ total: 44, coverage: 1 });
  expect(parts.map(({ criterion, points, most }) => [criterion, points, most])).toEqual([
    ["habit", 8, 20],
    ["pain", 16, 20],
    ["assistant", 12, 15],
    ["flywheel", 8, 20],
    ["overrun", 0, 25],
  ]);
  expect(parts.at(-1)).toMatchObject({ inverted: true, weight: 25, value: 0 });
  expect(parts.at(-1)?.teamScore).toMatchObject({ mean: 5, n: 1 });
});

test("a criterion that nobody scored has no part, and the others fill the 100", () => {
  const { total, coverage, parts } = explain(of([[5], [5]]), criteria, presetWeights.balanced);
  expect({ total, coverage }).toEqual({ total: 100, coverage: 0.4 });
  expect(parts.map(({ criterion, points }) => [criterion, points])).toEqual([
    ["habit", 50],
    ["pain", 50],
  ]);
});

test("scored only where nothing weighs: parts of 0 points, no total", () => {
  expect(explain(of([[5]]), criteria, { pain: 1 })).toMatchObject({
    total: null,
    parts: [{ criterion: "habit", weight: 0, value: 1, points: 0, most: 0 }],
  });
});

test("law: the parts sum to the total within 1e-9, and no part exceeds its most", () => {
  const levels = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }), {
    minLength: 5,
    maxLength: 5,
  });
  const weighing = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(levels, weighing, (given, list) => {
      const scores = of(given);
      const weights = Object.fromEntries(coreCriteria.map((key, i) => [key, list[i] ?? 0]));
      const why = explain(scores, criteria, weights);
      expect({ total: why.total, coverage: why.coverage }).toEqual(
        total(scores, criteria, weights),
      );
      const points = sum(why.parts.map((part) => part.points));
      expect(Math.abs(points - (why.total ?? 0))).toBeLessThanOrEqual(1e-9);
      expect(sum(why.parts.map(({ most }) => most))).toBeCloseTo(why.total === null ? 0 : 100, 9);
      for (const { points, most } of why.parts) expect(points).toBeLessThanOrEqual(most + 1e-12);
    }),
  );
});
