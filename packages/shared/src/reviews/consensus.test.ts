import fc from "fast-check";
import { addCounts, type Counts, countsOf, teamScore } from "./consensus.js";

const level = fc.integer({ min: 0, max: 5 });
const scores = fc.array(level, { minLength: 1, maxLength: 40 });

function naive(list: readonly number[]) {
  const sorted = [...list].sort((a, b) => a - b);
  const n = sorted.length;
  const mean = sorted.reduce((sum, score) => sum + score, 0) / n;
  const middle = n % 2 === 1 ? [(n - 1) / 2] : [n / 2 - 1, n / 2];
  const median = middle.reduce((sum, at) => sum + (sorted[at] ?? Number.NaN), 0) / middle.length;
  const squares = sorted.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return {
    n,
    mean,
    median,
    spread: Math.max(...list) - Math.min(...list),
    deviation: n < 2 ? null : Math.sqrt(squares / (n - 1)),
  };
}

test("nobody scored: there is no team score", () => {
  expect(teamScore([0, 0, 0, 0, 0, 0])).toBeNull();
  expect(countsOf([])).toEqual([0, 0, 0, 0, 0, 0]);
});

test("one review has a mean and no deviation", () => {
  expect(teamScore(countsOf([4]))).toEqual({
    mean: 4,
    median: 4,
    spread: 0,
    deviation: null,
    n: 1,
    counts: [0, 0, 0, 0, 1, 0],
  });
});

test("a score of 0 is a score", () => {
  expect(teamScore(countsOf([0, 0]))).toMatchObject({ mean: 0, median: 0, deviation: 0, n: 2 });
});

test("an even number of reviews has its median between the two middle ones", () => {
  expect(teamScore(countsOf([1, 2, 5, 5]))?.median).toBe(3.5);
  expect(teamScore(countsOf([2, 3]))?.median).toBe(2.5);
});

test("an odd number of reviews has its median on the middle one", () => {
  expect(teamScore(countsOf([5, 0, 1]))?.median).toBe(1);
});

test("2, 4 and 5: mean 11/3, deviation √(7/3), spread 3", () => {
  expect(teamScore(countsOf([2, 4, 5]))).toMatchObject({
    mean: 11 / 3,
    median: 4,
    spread: 3,
    deviation: Math.sqrt(14 / 6),
    n: 3,
  });
});

test("equal reviews deviate by exactly nothing, which a mean of floats would miss", () => {
  expect(teamScore([0, 0, 0, 49, 0, 0])?.deviation).toBe(0);
});

test.each([6, -1, 2.5, Number.NaN, 0.1 + 0.2])("%p is no score", (score) => {
  expect(() => countsOf([score])).toThrow(RangeError);
});

test("law: the counts say the same as the scores themselves", () => {
  fc.assert(
    fc.property(scores, (list) => {
      const exact = teamScore(countsOf(list));
      const { mean, median, spread, deviation, n } = naive(list);
      expect(exact).toMatchObject({ median, spread, n });
      expect(exact?.mean).toBeCloseTo(mean, 12);
      if (deviation === null) expect(exact?.deviation).toBeNull();
      else expect(exact?.deviation).toBeCloseTo(deviation, 12);
      expect(exact?.counts.flatMap((count, k) => Array<number>(count).fill(k))).toEqual(
        [...list].sort((a, b) => a - b),
      );
    }),
  );
});

test("law: the order of reviews changes nothing, to the last bit", () => {
  fc.assert(
    fc.property(scores, (list) => {
      expect(teamScore(countsOf([...list].reverse()))).toEqual(teamScore(countsOf(list)));
    }),
  );
});

test("law: counts of two teams add up to the counts of both", () => {
  fc.assert(
    fc.property(scores, scores, (a, b) => {
      expect(addCounts(countsOf(a), countsOf(b))).toEqual(countsOf([...a, ...b]));
    }),
  );
});

test("law: mean and median lie between the extremes, deviation below 3.54", () => {
  fc.assert(
    fc.property(scores, (list) => {
      const score = teamScore(countsOf(list));
      for (const middle of [score?.mean, score?.median]) {
        expect(middle).toBeGreaterThanOrEqual(Math.min(...list));
        expect(middle).toBeLessThanOrEqual(Math.max(...list));
      }
      expect(score?.deviation ?? 0).toBeLessThan(3.54);
    }),
  );
});

test("the counts given are not the counts handed out", () => {
  const given: Counts = [1, 0, 0, 0, 0, 0];
  teamScore(given)?.counts.fill(9);
  expect(given).toEqual([1, 0, 0, 0, 0, 0]);
});
