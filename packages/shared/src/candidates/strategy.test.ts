import fc from "fast-check";
import {
  cheaperFrom,
  cheapestAt,
  costsOf,
  fineTuningFigures,
  minutesAssumptions,
  months,
  StrategyAssumptions,
  strategies,
} from "./strategy.js";

const near = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const assumptions: fc.Arbitrary<StrategyAssumptions> = fc.record({
  requests: near(1e8),
  tokens: near(10),
  growth: near(0.2),
  apiPrice: near(0.2),
  nodeCapacity: fc.double({ min: 1000, max: 1e7, noNaN: true }),
  nodeCost: near(1e5),
  hostingLeft: near(1),
  apiLeft: near(1),
  fineTuning: near(1e6),
  training: near(1e8),
  cascade: near(1),
});

test("the figures of the minutes, by hand", () => {
  const costs = costsOf(minutesAssumptions);
  expect(costs.api.monthly[0]).toBeCloseTo(45_000, 6);
  expect(costs.api.monthly[12]).toBeCloseTo(45_000 * 1.08 ** 12 * 0.63, 4);
  expect(costs["fine-tune"].cumulative[0]).toBe(115_000);
  expect(costs.own.cumulative[0]).toBe(15_015_000);
  expect(costs.cascade.cumulative[0]).toBeCloseTo(100_000 + 15_000 + 0.3 * 45_000, 6);
  expect(cheaperFrom(costs["fine-tune"], costs.api)).toBe(4);
  expect(cheaperFrom(costs.own, costs.api)).toBeNull();
  expect(cheapestAt(costs, 1)).toBe("api");
  expect(cheapestAt(costs, 36)).toBe("fine-tune");
});

test("fine-tuning is stated ten times as dear as its own arithmetic gives", () => {
  expect(fineTuningFigures.stated / fineTuningFigures.computed).toBe(10);
});

test("nothing costs less than nothing, and what has been paid only grows", () => {
  fc.assert(
    fc.property(assumptions, (given) => {
      for (const { monthly, cumulative } of Object.values(costsOf(given))) {
        expect(monthly).toHaveLength(months);
        monthly.forEach((cost, month) => {
          expect(cost).toBeGreaterThanOrEqual(0);
          if (month > 0) {
            const grown = (cumulative[month] ?? 0) - (cumulative[month - 1] ?? 0);
            expect(Math.abs(grown - cost)).toBeLessThanOrEqual(
              1e-9 * (cumulative[month] ?? 1) + 1e-9,
            );
          }
        });
      }
    }),
  );
});

test("more requests, dearer prices and slower falls never make anything cheaper", () => {
  const dearer = fc.constantFrom(
    ...(["requests", "growth", "tokens", "apiPrice", "nodeCost"] as const),
    ...(["hostingLeft", "apiLeft", "fineTuning", "training"] as const),
  );
  fc.assert(
    fc.property(
      assumptions,
      dearer,
      fc.double({ min: 1, max: 1.5, noNaN: true }),
      (given, key, by) => {
        const most =
          { hostingLeft: 1, apiLeft: 1, growth: 1 }[key as string] ?? Number.POSITIVE_INFINITY;
        const more = costsOf({ ...given, [key]: Math.min(most, given[key] * by) });
        const less = costsOf(given);
        for (const one of strategies)
          more[one].cumulative.forEach((cost, month) => {
            expect(cost).toBeGreaterThanOrEqual((less[one].cumulative[month] ?? 0) * (1 - 1e-12));
          });
      },
    ),
  );
});

test("a cascade that asks its small model nothing is the API; one that asks it all is the fine-tuned model", () => {
  fc.assert(
    fc.property(assumptions, (given) => {
      const none = costsOf({ ...given, cascade: 0 });
      expect(none.cascade).toEqual(none.api);
      const all = costsOf({ ...given, cascade: 1 });
      expect(all.cascade.cumulative).toEqual(all["fine-tune"].cumulative);
    }),
  );
});

test("the month from which one is cheaper is that of a walk through all months", () => {
  fc.assert(
    fc.property(assumptions, (given) => {
      const { api, "fine-tune": tuned } = costsOf(given);
      let seen: number | null = null;
      for (let month = months; month >= 1; month -= 1) {
        if ((tuned.cumulative[month - 1] ?? 0) >= (api.cumulative[month - 1] ?? 0)) break;
        seen = month;
      }
      expect(cheaperFrom(tuned, api)).toBe(seen);
    }),
  );
});

test.each([
  ["cascade", 1.2],
  ["cascade", -0.1],
  ["requests", -1],
  ["requests", Number.NaN],
  ["apiPrice", 1e9],
  ["nodeCapacity", 0],
  ["hostingLeft", 3],
])("%s of %d is refused by its name", (key, value) => {
  const refused = StrategyAssumptions.safeParse({ ...minutesAssumptions, [key]: value });
  expect(refused.error?.issues[0]?.path).toEqual([key]);
  expect(() => costsOf({ ...minutesAssumptions, [key]: value })).toThrow();
});
