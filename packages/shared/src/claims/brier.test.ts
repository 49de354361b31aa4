import fc from "fast-check";
import { brierScore, chanceScore, groupForecast, meanScore } from "./brier.js";

const probability = fc.double({ min: 0, max: 1, noNaN: true });

test("certain and right is 0, certain and wrong is 1, and 50 % is a quarter either way", () => {
  expect([brierScore(1, true), brierScore(0, false)]).toEqual([0, 0]);
  expect([brierScore(0, true), brierScore(1, false)]).toEqual([1, 1]);
  expect([brierScore(0.5, true), brierScore(0.5, false)]).toEqual([chanceScore, chanceScore]);
  expect(brierScore(0.7, true)).toBeCloseTo(0.09, 12);
});

test("honesty pays: who believes p expects the best score by saying p", () => {
  const expected = (said: number, believed: number) =>
    believed * brierScore(said, true) + (1 - believed) * brierScore(said, false);
  fc.assert(
    fc.property(probability, probability, (believed, said) => {
      expect(expected(believed, believed)).toBeLessThanOrEqual(expected(said, believed) + 1e-12);
    }),
  );
});

test("the group is never worse than its members on average", () => {
  fc.assert(
    fc.property(
      fc.array(probability, { minLength: 1, maxLength: 9 }),
      fc.boolean(),
      (all, came) => {
        const group = brierScore(groupForecast(all) ?? Number.NaN, came);
        const mean = meanScore(all.map((one) => brierScore(one, came))) ?? Number.NaN;
        expect(group).toBeLessThanOrEqual(mean + 1e-12);
      },
    ),
  );
});

test("of nobody there is no mean; outside of 0-1 there is no forecast", () => {
  expect([meanScore([]), groupForecast([])]).toEqual([null, null]);
  for (const wrong of [-0.1, 1.2, Number.NaN])
    expect(() => brierScore(wrong, true)).toThrow(RangeError);
});
