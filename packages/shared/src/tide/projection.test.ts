import fc from "fast-check";
import { moats } from "../candidates/contract.js";
import { presetWeights } from "../rubrics/weights.js";
import { startingDefences } from "./defence.js";
import { exposure, tideOf, type Wave } from "./exposure.js";
import {
  type Afloat,
  monthsToSubmersion,
  projectedRisk,
  projection,
  shareAtRisk,
} from "./projection.js";
import { crossing, signedBefore } from "./publishing.js";

const criteria = ["habit", "pain", "assistant", "flywheel", "overrun"].map((key) => ({
  key,
  inverted: key === "overrun",
}));
const rubric = { criteria, weights: presetWeights.balanced };
const clock = { months: 0, base: 2, period: 18 };
const levels = { memory: 20, vision: 60, writing: 90 };
const capabilities = Object.keys(levels);
const tide = (waves: readonly Wave[], months = 0) =>
  tideOf(levels, waves, { ...clock, months }, startingDefences);

const figure = (mean: number, median = mean) => ({ mean, median });
const candidate = (id: string, risk: number | null, facts: Partial<Afloat> = {}): Afloat => ({
  id,
  market: null,
  moats: [],
  thinWrapper: false,
  reliance: [{ capability: "memory", share: 0.5, confirmed: true }],
  scores: {
    ...{ habit: figure(3), pain: figure(3), assistant: figure(3), flywheel: figure(3) },
    overrun: risk === null ? null : figure(risk),
  },
  ...facts,
});
const release = (level: number, facts: Partial<Wave> = {}): Wave => ({
  ...{ id: "r", market: "global", likelihood: 1 },
  raises: [{ capability: "memory", level }],
  ...facts,
});

test("the risk rises toward 5 by the exposure, and without one stays to the bit", () => {
  expect(projectedRisk(3, 0.5)).toBe(4);
  expect(projectedRisk(5, 0.7)).toBe(5);
  expect(projectedRisk(0, 1)).toBe(5);
  expect(projectedRisk(10 / 3, 0)).toBe(10 / 3);
});

test("a projection names who sinks, from where and to where", () => {
  const rows = projection(
    [candidate("a", 3), candidate("b", 3, { reliance: [] }), candidate("c", null)],
    tide([release(100)]),
    clock,
    rubric,
  );
  expect(rows).toMatchObject([
    { id: "a", risk: 3, projectedRisk: 4, exposure: 0.5, rank: 2, projectedRank: 3 },
    { id: "b", risk: 3, projectedRisk: 3, exposure: 0, rank: 2, projectedRank: 2 },
    { id: "c", risk: null, projectedRisk: null, rank: 1, projectedRank: 1 },
  ]);
  expect(rows.map(({ submerged, crosses }) => [submerged, crosses])).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
  expect(shareAtRisk(rows)).toBe(0.5);
  expect(shareAtRisk([])).toBeNull();
});

test("who is at 5 stays there, under water already, and still shows an exposure", () => {
  const [row] = projection([candidate("a", 5)], tide([release(60)]), clock, rubric);
  expect(row).toMatchObject({
    projectedRisk: 5,
    exposure: 0.25,
    wasSubmerged: true,
    crosses: false,
  });
});

test("the rank uses C5′ of the mean, the water line the median", () => {
  const scores = { ...candidate("a", 0).scores, overrun: figure(11 / 3, 3) };
  const [row] = projection([candidate("a", 3, { scores })], tide([release(60)]), clock, rubric);
  expect(row).toMatchObject({ projectedRisk: 4, projectedMedian: 3.5, submerged: false });
});

const monthsOf = (one: Afloat, waves: readonly Wave[] = []) =>
  monthsToSubmersion(one.scores["overrun"]?.median ?? null, exposure(one, tide(waves)), clock);

test("months to submersion: half the headroom of a share of 1 takes 3 to 4 in 18 months", () => {
  const whole = [{ capability: "memory", share: 1, confirmed: true }];
  expect(monthsOf(candidate("a", 3, { reliance: whole }))).toBe(18);
  expect(monthsOf(candidate("a", 4))).toBe(0);
  expect(monthsOf(candidate("a", null))).toBeNull();
  expect(monthsOf(candidate("a", 1, { reliance: [] }))).toBeNull();
});

/** Hundredths: what people write. */
const unit = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const afloat = fc
  .record({
    risk: fc.integer({ min: 0, max: 15 }),
    flywheel: fc.integer({ min: 0, max: 15 }),
    thinWrapper: fc.boolean(),
    moats: fc.subarray([...moats], { maxLength: 3 }),
    shares: fc.tuple(unit, unit, unit),
    confirmed: fc.boolean(),
  })
  .map(({ risk, flywheel, shares, confirmed, ...facts }) =>
    candidate("x", null, {
      ...facts,
      scores: {
        ...candidate("x", 0).scores,
        overrun: figure(risk / 3),
        flywheel: figure(flywheel / 3),
      },
      reliance: shares.map((share, at) => ({
        ...{ capability: capabilities[at] ?? "", share: share / 3, confirmed },
      })),
    }),
  );
const portfolio = fc
  .array(afloat, { maxLength: 12 })
  .map((list) => list.map((one, at) => ({ ...one, id: `c${at}` })));
const waves = fc
  .array(
    fc.record({
      likelihood: unit,
      level: fc.integer({ min: 0, max: 100 }),
      at: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 4 },
  )
  .map((list): Wave[] =>
    list.map(({ likelihood, level, at }, index) => ({
      ...{ id: `r${index}`, market: "global", likelihood },
      raises: [{ capability: capabilities[at] ?? "", level }],
    })),
  );

test("law: the first month submerged is the first of all months at which the projection says so", () => {
  fc.assert(
    fc.property(afloat, waves, (one, list) => {
      const by = (months: number) =>
        projection([one], tide(list, months), clock, rubric)[0]?.submerged;
      const first = Array.from({ length: 121 }, (_, month) => month).find(by) ?? null;
      expect(monthsOf(one, list)).toBe(first);
    }),
    { numRuns: 60 },
  );
});

test("law: nobody's risk falls, and without exposure nothing changes, to the bit", () => {
  fc.assert(
    fc.property(portfolio, waves, (list, some) => {
      for (const row of projection(list, tide(some), clock, rubric)) {
        expect(row.projectedRisk ?? 0).toBeGreaterThanOrEqual(row.risk ?? 0);
        expect(row.projectedTotal ?? 0).toBeLessThanOrEqual(row.total ?? 0);
        if (row.exposure === 0) expect(row.projectedTotal).toBe(row.total);
      }
      for (const row of projection(list, tide([]), clock, rubric))
        expect([row.projectedTotal, row.projectedRank]).toEqual([row.total, row.rank]);
    }),
  );
});

test("law: what rests on the unconfirmed is nothing where all is confirmed, all where nothing is", () => {
  fc.assert(
    fc.property(portfolio, waves, (list, some) => {
      for (const [at, row] of projection(list, tide(some), clock, rubric).entries()) {
        const confirmed = list[at]?.reliance.every((one) => one.confirmed);
        expect(row.unconfirmed).toBe(confirmed || row.exposure === 0 ? 0 : 1);
      }
    }),
  );
});

test("law: a projection writes nothing into what it was given", () => {
  fc.assert(
    fc.property(portfolio, waves, (list, some) => {
      const before = structuredClone(list);
      projection(list, tide(some, 24), clock, rubric);
      expect(list).toEqual(before);
    }),
  );
});

/** By the words of the law and nothing of the code: with the release, not without it. */
function crossesByHand(one: Afloat, before: number, after: number): boolean {
  const risk = one.scores["overrun"]?.median ?? 0;
  const fly = one.scores["flywheel"]?.median ?? 0;
  const at = (share: number) => {
    const c5 = Math.round((risk + (5 - risk) * share) * 1e9) / 1e9;
    return { under: c5 >= 4, gate: one.thinWrapper || (c5 >= 4 && fly <= 2) };
  };
  const [was, is] = [at(before), at(after)];
  return (is.under && !was.under) || (is.gate && !was.gate);
}

test("law: who crosses, by brute force over 200 random portfolios", () => {
  let crossed = 0;
  fc.assert(
    fc.property(portfolio, waves, fc.integer({ min: 1, max: 100 }), (list, some, level) => {
      const [without, withIt] = [tide(some), tide([...some, release(level, { id: "z" })])];
      const found = crossing(list, without, withIt);
      crossed += found.length;
      expect(found).toEqual(
        list
          .filter((one) =>
            crossesByHand(one, exposure(one, without).exposure, exposure(one, withIt).exposure),
          )
          .map(({ id }) => id),
      );
    }),
    { numRuns: 200 },
  );
  expect(crossed).toBeGreaterThan(0);
});

test("the share of reviews signed before: at the very moment is after", () => {
  expect(signedBefore([], 5)).toBe(0);
  expect(signedBefore([1, 4, 5, 9], 5)).toBe(0.5);
  expect(signedBefore([6, 7], 5)).toBe(0);
});
