import fc from "fast-check";
import { countsOf, teamScore } from "../reviews/consensus.js";
import { coreCriteria } from "../rubrics/contract.js";
import { columnsOf, coverageOf, scoreColumns } from "./columns.js";
import { orderOf, topColumns } from "./order.js";
import { rank } from "./rank.js";
import { type TeamScores, total } from "./total.js";

const criteria = coreCriteria.map((key) => ({ key, inverted: key === "overrun" }));

/** Each candidate: the levels that reviewers gave, criterion by criterion. */
const levels = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 });
const portfolio = fc.array(fc.array(levels, { minLength: 5, maxLength: 5 }), { maxLength: 40 });
const weight = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 1e-9, 1e-6, 33.3, 1_000_000),
);
const weighing = fc.array(weight, { minLength: 5, maxLength: 5 });

const scoresOf = (given: readonly number[][]): TeamScores =>
  Object.fromEntries(coreCriteria.map((key, at) => [key, teamScore(countsOf(given[at] ?? []))]));
const columnsFrom = (rows: readonly number[][][]) =>
  columnsOf(
    rows.length,
    criteria,
    criteria.map((_, at) => ({
      n: rows.map((row) => row[at]?.length ?? 0),
      sum: rows.map((row) => (row[at] ?? []).reduce((sum, level) => sum + level, 0)),
    })),
  );
const byKey = (weights: readonly number[]) =>
  Object.fromEntries(coreCriteria.map((key, at) => [key, weights[at] ?? 0]));

test("law: columns give the totals, coverages, ranks and order of total() and rank() to the last bit", () => {
  fc.assert(
    fc.property(portfolio, weighing, (rows, weights) => {
      const columns = columnsFrom(rows);
      const totals = scoreColumns(columns, weights);
      const single = rows.map((row, at) => ({
        at,
        ...total(scoresOf(row), criteria, byKey(weights)),
      }));
      expect([...totals]).toEqual(single.map((one) => one.total ?? Number.NaN));
      expect(rows.map((_, row) => coverageOf(columns, row, weights))).toEqual(
        single.map(({ coverage }) => coverage),
      );
      const ranked = rank(single);
      const { order, ranks, ranked: count } = orderOf(totals);
      expect([...order]).toEqual(ranked.map(({ at }) => at));
      expect([...order].map((row) => ranks[row] || null)).toEqual(ranked.map((one) => one.rank));
      expect(count).toBe(ranked.filter((one) => one.rank !== null).length);
    }),
    { numRuns: 500 },
  );
});

test("law: the top under any weights is the beginning of their order, with its totals", () => {
  fc.assert(
    fc.property(portfolio, weighing, fc.integer({ min: 0, max: 50 }), (rows, weights, count) => {
      const columns = columnsFrom(rows);
      const totals = scoreColumns(columns, weights);
      const { order, ranked } = orderOf(totals);
      const first = [...order.subarray(0, Math.min(count, ranked))];
      const top = topColumns(columns, weights, count);
      expect([...top.rows]).toEqual(first);
      expect([...top.totals]).toEqual(first.map((row) => totals[row]));
    }),
    { numRuns: 1000 },
  );
});

test("the top under weights too small to divide by", () => {
  const columns = columnsFrom([
    [[], [], [], [], [1]],
    [[], [], [], [], [1]],
    [[], [], [], [4], []],
    [[], [], [0], [], []],
  ]);
  const weights = [0, 0, 1, 1, 9e-323];
  const totals = scoreColumns(columns, weights);
  const [best] = orderOf(totals).order;
  expect([...topColumns(columns, weights, 1).rows]).toEqual([best]);
});

test("totals of one billionth apart are two ranks, at every height", () => {
  for (const at of [0, 0.000065535, 4.294967295, 49.999999999, 99.999999998]) {
    const { order, ranks } = orderOf(Float64Array.of(at, at + 1e-9, at));
    expect([...order]).toEqual([1, 0, 2]);
    expect([...ranks]).toEqual([2, 1, 2]);
  }
});

test("law: adding a candidate reorders nobody, and lowers a rank by one at most", () => {
  fc.assert(
    fc.property(
      portfolio,
      fc.array(levels, { minLength: 5, maxLength: 5 }),
      fc.nat(),
      weighing,
      (rows, added, place, weights) => {
        const at = place % (rows.length + 1);
        const before = orderOf(scoreColumns(columnsFrom(rows), weights));
        const after = orderOf(scoreColumns(columnsFrom(rows.toSpliced(at, 0, added)), weights));
        const others = [...after.order].filter((row) => row !== at);
        expect(others.map((row) => row - Number(row > at))).toEqual([...before.order]);
        for (const row of others) {
          const was = before.ranks[row - Number(row > at)] ?? 0;
          expect([was, was === 0 ? 0 : was + 1]).toContain(after.ranks[row]);
        }
      },
    ),
  );
});

test("nothing, or nothing that weighs: an empty order, and unscored rows in their own", () => {
  expect([...orderOf(scoreColumns(columnsFrom([]), [1, 1, 1, 1, 1])).order]).toEqual([]);
  const unweighed = orderOf(
    scoreColumns(
      columnsFrom([
        [[5], [], [], [], []],
        [[], [], [], [], []],
      ]),
      [0, 1, 0, 0, 0],
    ),
  );
  expect({ order: [...unweighed.order], ranked: unweighed.ranked }).toEqual({
    order: [0, 1],
    ranked: 0,
  });
});
