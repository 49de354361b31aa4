import { countsOf } from "../reviews/consensus.js";
import { coreCriteria } from "../rubrics/contract.js";
import { type Cause, causesOf, type Measure, type Standing } from "./causes.js";
import { chanceOf } from "./chance.js";
import { total } from "./total.js";

const minute = (n: number) => new Date(Date.UTC(2026, 10, 1, 0, n));
const equal = Object.fromEntries(coreCriteria.map((key) => [key, 20]));
const measure = (at: number, version: number, revision = 1, weights = equal): Measure => ({
  at: minute(at),
  version,
  weights,
  criteria: coreCriteria.map((key) => ({
    key,
    inverted: key === "overrun",
    revisionId: `${key} ${revision}`,
  })),
});

/** Everybody gives these levels on every criterion. */
const standing = (at: number, levels: readonly number[], ranked = true): Standing => ({
  at: minute(at),
  ranked,
  reviews: levels.length,
  counts: Object.fromEntries(coreCriteria.map((key) => [`${key} 1`, countsOf(levels)])),
});
const told = (causes: readonly Cause[]) =>
  causes.map(({ kind, effect }) => [kind, effect === null ? null : Math.round(effect * 10) / 10]);
const heavy = { ...equal, overrun: 100 };

test("a signature, an amendment and a withdrawal each have their own effect", () => {
  const standings = [standing(1, [3]), standing(3, [3, 5]), standing(4, [3, 1]), standing(5, [3])];
  const { before, after, delta, causes } = causesOf(standings, [measure(0, 1)], minute(2));
  expect([before, after, delta]).toEqual([56, 56, 0]);
  expect(told(causes)).toEqual([
    ["signed", 12],
    ["amended", -24],
    ["withdrawn", 12],
  ]);
});

test("a reveal has no effect, for there was no total; what follows has", () => {
  const { before, delta, causes } = causesOf(
    [standing(3, [3, 3, 3]), standing(4, [3, 3, 3, 5])],
    [measure(0, 1)],
    minute(2),
  );
  expect([before, delta]).toEqual([null, null]);
  expect(told(causes)).toEqual([
    ["revealed", null],
    ["signed", 6],
  ]);
});

test("a rubric version is a cause with its number", () => {
  const { causes } = causesOf(
    [standing(1, [4])],
    [measure(0, 1), measure(3, 2, 1, heavy)],
    minute(2),
  );
  expect(causes).toEqual([
    { kind: "rubric", at: minute(3), effect: expect.closeTo(-21.333), version: 2 },
  ]);
});

test("new anchors leave nothing of the old scores until they are given again", () => {
  const { before, after, causes } = causesOf(
    [standing(1, [4])],
    [measure(0, 1), measure(3, 2, 2)],
    minute(2),
  );
  expect([before, after]).toEqual([68, null]);
  expect(told(causes)).toEqual([["rubric", 0]]);
});

test("whoever goes and returns is compared with what they went with", () => {
  const standings = [standing(1, [3]), standing(3, [3], false), standing(5, [4])];
  const { delta, causes } = causesOf(standings, [measure(0, 1)], minute(2));
  expect(told(causes)).toEqual([
    ["left", 0],
    ["returned", 12],
  ]);
  expect(delta).toBeCloseTo(12);
});

test("several reviews in one act are counted anew; another name moves nothing", () => {
  const standings = [standing(1, [3]), standing(3, [5, 5, 3]), standing(4, [5, 5, 3])];
  expect(told(causesOf(standings, [measure(0, 1)], minute(2)).causes)).toEqual([["recounted", 16]]);
});

test("nothing ever stood there: no total, no cause", () => {
  expect(causesOf([], [measure(0, 1)], minute(2))).toEqual({
    before: null,
    after: null,
    delta: null,
    causes: [],
  });
});

/** A history of random deeds, and the total that one computes apart at any moment. */
function historyOf(seed: number) {
  const chance = chanceOf(seed);
  const levels = () => Math.floor(chance() * 6);
  const given: Record<string, number[]> = {};
  for (const key of coreCriteria)
    for (const revision of [1, 2]) given[`${key} ${revision}`] = [levels(), levels()];
  const measures = [measure(0, 1)];
  const standings: Standing[] = [];
  let [reviews, ranked] = [2, true];
  for (let at = 1; at <= 12; at += 1) {
    const deed = chance();
    if (deed < 0.15) {
      const weights = Object.fromEntries(
        coreCriteria.map((key) => [key, 1 + Math.floor(chance() * 40)]),
      );
      measures.push(measure(at, measures.length + 1, chance() < 0.3 ? 2 : 1, weights));
      continue;
    }
    if (deed < 0.22) ranked = !ranked;
    else if (deed < 0.6) {
      reviews += 1;
      for (const list of Object.values(given)) if (chance() < 0.9) list.push(levels());
    } else for (const list of Object.values(given)) list[0] = levels();
    const counts = Object.fromEntries(
      Object.entries(given).map(([key, list]) => [key, countsOf(list)]),
    );
    standings.push({ at: minute(at), ranked, reviews, counts });
  }
  return { standings, measures };
}

test("over 500 random histories the effects sum to the difference of the totals", () => {
  let known = 0;
  for (let seed = 1; seed <= 500; seed += 1) {
    const { standings, measures } = historyOf(seed);
    const since = minute(chanceOf(-seed)() * 8);
    const { before, after, delta, causes } = causesOf(standings, measures, since);
    expect(after).toBe(totalAt(standings, measures, minute(60)));
    expect(before).toBe(totalAt(standings, measures, since));
    if (delta === null) continue;
    known += 1;
    const sum = causes.reduce((all, { effect }) => all + (effect ?? 0), 0);
    expect(Math.abs(sum - ((after ?? 0) - (before ?? 0)))).toBeLessThan(1e-6);
    expect(causes.every(({ at }) => at > since)).toBe(true);
  }
  expect(known).toBeGreaterThan(200);
});

const asScore = (mean: number) => ({
  ...{ mean, median: mean, spread: 0, deviation: null, n: 1 },
  counts: [0, 0, 0, 0, 0, 1],
});

function totalAt(
  standings: readonly Standing[],
  measures: readonly Measure[],
  at: Date,
): number | null {
  const one = standings.findLast((standing) => standing.at <= at);
  const by = measures.findLast((measure) => measure.at <= at);
  if (!one?.ranked || !by) return null;
  const scores = by.criteria.map(({ key, revisionId }) => {
    const counts = one.counts[revisionId] ?? [0, 0, 0, 0, 0, 0];
    const n = counts.reduce((sum, count) => sum + count, 0);
    const mean = counts.reduce((sum, count, level) => sum + count * level, 0) / n;
    return [key, n > 0 ? asScore(mean) : null];
  });
  return total(Object.fromEntries(scores), by.criteria, by.weights).total;
}
