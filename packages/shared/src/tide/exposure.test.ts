import fc from "fast-check";
import { moats } from "../candidates/contract.js";
import { defence, startingDefences } from "./defence.js";
import {
  exposure,
  headroomTaken,
  type Reached,
  rise,
  termsOf,
  tideOf,
  touches,
  type Wave,
} from "./exposure.js";

const still = { months: 0, base: 2, period: 18 };
const capabilities = ["memory", "vision", "writing"] as const;
/** Hundredths: what people write. */
const unit = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const level = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(100));

const wave = fc.record({
  likelihood: unit,
  market: fc.constantFrom("US", "CN", "global"),
  raises: fc.array(fc.record({ capability: fc.constantFrom(...capabilities), level }), {
    minLength: 1,
    maxLength: 3,
  }),
});

/** A candidate and the water around it. */
const sea = fc.record({
  levels: fc.record({ memory: level, vision: level, writing: level }),
  waves: fc
    .array(wave, { minLength: 1, maxLength: 4 })
    .map((list): Wave[] => list.map((one, at) => ({ ...one, id: `r${at}` }))),
  months: fc.integer({ min: 0, max: 240 }).map((quarters) => quarters / 4),
  candidate: fc.record({
    market: fc.constantFrom("US", "CN", "global", null),
    moats: fc.subarray([...moats]),
    reliance: fc.tuple(unit, unit, unit).map((shares) =>
      shares.map((share, at) => ({
        capability: capabilities[at] ?? "",
        share: share / 3,
        confirmed: true,
      })),
    ),
  }),
});
type Sea = {
  levels: Record<string, number>;
  waves: readonly Wave[];
  months: number;
  candidate: Reached;
};
const tideIn = ({ levels, waves, months }: Sea) =>
  tideOf(levels, waves, { ...still, months }, startingDefences);

const exposureIn = (one: Sea) => exposure(one.candidate, tideIn(one)).exposure;

test("moats together hold back more than the strongest, and never all", () => {
  expect(defence([])).toBe(0);
  expect(defence(["workflow"])).toBeCloseTo(0.35, 12);
  expect(defence(["heavy-operations", "network"])).toBeCloseTo(0.8, 12);
  expect(defence(["network", "network"])).toBeCloseTo(0.5, 12);
  fc.assert(
    fc.property(fc.subarray([...moats]), fc.constantFrom(...moats), (some, more) => {
      expect(defence([...some, more])).toBeGreaterThanOrEqual(defence(some) - 1e-12);
      expect(defence(some)).toBeLessThan(1);
      expect(defence([...some].reverse())).toBe(defence(some));
    }),
  );
});

test("a rise takes its part of the headroom; at 100 the boundary is crossed", () => {
  expect(rise(60, 80)).toMatchObject({ g: 0.5, boundary: false });
  expect(rise(60, 60)).toMatchObject({ g: 0, boundary: false });
  expect(rise(60, 40)).toMatchObject({ g: 0, boundary: false });
  expect(rise(60, 100)).toMatchObject({ g: 1, boundary: true });
  expect(rise(0, 100)).toMatchObject({ g: 1, boundary: true });
  expect(rise(100, 100)).toMatchObject({ g: 0, boundary: false });
});

test("the headroom halves at 18 months, exactly", () => {
  expect(headroomTaken({ months: 18, base: 2, period: 18 })).toBe(0.5);
  expect(headroomTaken({ months: 36, base: 2, period: 18 })).toBe(0.75);
  expect(headroomTaken({ months: 0, base: 2, period: 18 })).toBe(0);
});

test("a release of a market touches that market and the global ones", () => {
  expect(touches("global", null)).toBe(true);
  expect(touches("CN", "CN")).toBe(true);
  expect(touches("CN", "global")).toBe(true);
  expect(touches("CN", "US")).toBe(false);
  expect(touches("CN", null)).toBe(false);
});

test("one release, by hand: .5 × (.6 × .5 + .2 × 1) behind a workflow of .35 where nothing crosses", () => {
  const tide = tideOf(
    { "text-generation": 60, memory: 90 },
    [
      {
        ...{ id: "r", market: "global", likelihood: 0.5 },
        raises: [
          { capability: "text-generation", level: 80 },
          { capability: "memory", level: 100 },
        ],
      },
    ],
    still,
    startingDefences,
  );
  const candidate = {
    ...{ market: null, moats: ["workflow" as const] },
    reliance: [
      { capability: "text-generation", share: 0.6, confirmed: true },
      { capability: "memory", share: 0.2, confirmed: true },
    ],
  };
  expect(exposure(candidate, tide).exposure).toBeCloseTo(0.5 * (0.6 * 0.5 * 0.65 + 0.2), 12);
  expect(termsOf(candidate, tide)).toMatchObject([
    { relied: { share: 0.6 }, rise: { from: 60, to: 80, g: 0.5 }, likelihood: 0.5 },
    { relied: { share: 0.2 }, rise: { boundary: true }, defence: 0 },
  ]);
});

test("law: an exposure is a share", () => {
  fc.assert(
    fc.property(sea, (one) => {
      expect(exposureIn(one)).toBeGreaterThanOrEqual(0);
      expect(exposureIn(one)).toBeLessThanOrEqual(1);
    }),
  );
});

test("law: monotone in every level that a release reaches", () => {
  const higher = fc.tuple(sea, fc.nat(), fc.nat(), fc.double({ min: 0, max: 100, noNaN: true }));
  fc.assert(
    fc.property(higher, ([one, r, c, by]) => {
      const waves = one.waves.map((wave, at) =>
        at !== r % one.waves.length
          ? wave
          : {
              ...wave,
              raises: wave.raises.map((raise, i) =>
                i === c % wave.raises.length
                  ? { ...raise, level: Math.min(100, raise.level + by) }
                  : raise,
              ),
            },
      );
      expect(exposureIn({ ...one, waves })).toBeGreaterThanOrEqual(exposureIn(one));
    }),
  );
});

test("law: monotone in every likelihood and in the month", () => {
  fc.assert(
    fc.property(
      sea,
      fc.nat(),
      unit,
      fc.double({ min: 0, max: 60, noNaN: true }),
      (one, r, p, m) => {
        const waves = one.waves.map((wave, at) =>
          at === r % one.waves.length
            ? { ...wave, likelihood: Math.max(wave.likelihood, p) }
            : wave,
        );
        expect(exposureIn({ ...one, waves })).toBeGreaterThanOrEqual(exposureIn(one));
        expect(exposureIn({ ...one, months: one.months + m })).toBeGreaterThanOrEqual(
          exposureIn(one),
        );
      },
    ),
  );
});

test("law: a likelihood of 0 and the order of the releases change nothing, to the bit", () => {
  const shuffled = sea.chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc.shuffledSubarray([...one.waves], { minLength: one.waves.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([one, mixed]) => {
      expect(exposureIn({ ...one, waves: mixed })).toBe(exposureIn(one));
      const idle = { ...mixed[0], id: "~", likelihood: 0 } as (typeof mixed)[number];
      expect(exposureIn({ ...one, waves: [...mixed, idle] })).toBe(exposureIn(one));
    }),
  );
});

test("law: crossing 100 drops the defence in that term and in no other", () => {
  fc.assert(
    fc.property(sea, (one) => {
      const tide = tideIn(one);
      const held = defence(one.candidate.moats, tide.defences);
      for (const term of termsOf(one.candidate, tide))
        expect(term.defence).toBe(term.rise.boundary ? 0 : held);
      expect([...tide.clock.values()].some((each) => each.boundary)).toBe(false);
    }),
  );
});

test("law: what re-signing leaves of a published release, from all of it to nothing", () => {
  fc.assert(
    fc.property(sea, (one) => {
      const signed = (share: number) => ({
        ...one,
        candidate: {
          ...one.candidate,
          before: Object.fromEntries(one.waves.map(({ id }) => [id, share])),
        },
      });
      expect(exposureIn(signed(1))).toBe(exposureIn(one));
      expect(exposureIn(signed(0.5))).toBeLessThanOrEqual(exposureIn(signed(1)));
      expect(exposureIn(signed(0))).toBe(exposureIn({ ...one, waves: [] }));
    }),
  );
});

test("law: the terms explain the exposure: none where nothing reaches, some where anything does", () => {
  fc.assert(
    fc.property(sea, (one) => {
      const amounts = termsOf(one.candidate, tideIn(one)).map(({ amount }) => amount);
      const sum = amounts.reduce((all, amount) => all + amount, 0);
      expect(exposureIn(one)).toBeLessThanOrEqual(sum + 1e-12);
      expect(exposureIn(one) > 0).toBe(sum > 0);
    }),
  );
});
