import fc from "fast-check";
import { agreementOf, readingOf } from "./agreement.js";

/** Four observers, twelve units, values 1-5, "." where one did not look: the worked example of Krippendorff 2011. */
const observers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];

const units = Array.from({ length: 12 }, (_, unit) => {
  const counts = [0, 0, 0, 0, 0, 0];
  for (const row of observers) {
    const level = Number(row[unit]);
    if (Number.isInteger(level)) counts[level] = (counts[level] ?? 0) + 1;
  }
  return counts;
});

test.each([
  ["nominal", 0.743],
  ["ordinal", 0.815],
  ["interval", 0.849],
] as const)("the published example, %s: %d", (metric, alpha) => {
  const found = agreementOf(units, metric);
  expect(found.alpha).toBeCloseTo(alpha, 3);
  expect(found).toMatchObject({ units: 11, scores: 40 });
});

const counts = fc.array(fc.nat({ max: 4 }), { minLength: 6, maxLength: 6 });

test("one voice is 1; one level throughout, or nobody twice, is undefined", () => {
  expect(
    agreementOf([
      [3, 0],
      [0, 2],
    ]).alpha,
  ).toBe(1);
  expect(
    agreementOf([
      [0, 0, 3],
      [0, 0, 2],
    ]),
  ).toEqual({ alpha: null, units: 2, scores: 5 });
  expect(
    agreementOf([
      [1, 0],
      [0, 1],
    ]),
  ).toEqual({ alpha: null, units: 0, scores: 0 });
  expect(agreementOf([])).toEqual({ alpha: null, units: 0, scores: 0 });
});

test("neither the candidates' order nor turning the scale round changes it, and it is never above 1", () => {
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 12 }), (all) => {
      const { alpha } = agreementOf(all);
      const turned = agreementOf([...all].reverse().map((one) => [...one].reverse())).alpha;
      if (alpha === null) expect(turned).toBeNull();
      else {
        expect(turned).toBeCloseTo(alpha, 9);
        expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
  );
});

test("reviewers who differ more agree less", () => {
  const near =
    agreementOf([
      [2, 2, 0, 0, 0, 0],
      [0, 0, 0, 0, 2, 2],
    ]).alpha ?? 0;
  const far =
    agreementOf([
      [2, 0, 0, 0, 2, 0],
      [0, 2, 0, 0, 0, 2],
    ]).alpha ?? 0;
  expect(near).toBeGreaterThan(0.5);
  expect(far).toBeLessThan(near);
  expect(far).toBeLessThan(0.1);
});

test.each([
  [0.8, "firm"],
  [0.7, "tentative"],
  [0.66, "weak"],
  [null, "undefined"],
] as const)("an α of %p is %s", (alpha, reading) => {
  expect(readingOf(alpha)).toBe(reading);
});
