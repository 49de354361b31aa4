import { coreCriteria } from "../rubrics/contract.js";
import { chanceOf } from "./chance.js";
import { type Columns, columnsOf, scoreColumns } from "./columns.js";
import { bandsOf, dethroning, flipsOf } from "./flips.js";
import { orderOf } from "./order.js";

const criteria = coreCriteria.map((key) => ({ key, inverted: key === "overrun" }));
const most = 100;

/** Random means of 1-8 reviews, some criteria without any, and random whole weights that are not all 0. */
function portfolioOf(seed: number, size: number) {
  const chance = chanceOf(seed);
  const counted = criteria.map(() => {
    const n = Array.from({ length: size }, () =>
      chance() < 0.12 ? 0 : 1 + Math.floor(chance() * 8),
    );
    return { n, sum: n.map((count) => Math.floor(chance() * (5 * count + 1))) };
  });
  const weights = criteria.map((_, at) => (at === 0 ? 10 : 0) + Math.floor(chance() * 50));
  return { columns: columnsOf(size, criteria, counted), weights };
}

const totalsAt = (
  columns: Columns,
  weights: readonly number[],
  criterion: number,
  weight: number,
) => scoreColumns(columns, weights.with(criterion, weight));

/** The first weight of a fine grid, walking away from today's, at which the rival is ahead. */
function walked(
  columns: Columns,
  weights: readonly number[],
  pair: [number, number],
  criterion: number,
  way: 1 | -1,
) {
  const step = 0.05;
  const today = weights[criterion] ?? 0;
  for (let far = step; ; far += step) {
    const weight = today + way * far;
    if (weight <= 0 || weight >= most) return null;
    const totals = totalsAt(columns, weights, criterion, weight);
    if ((totals[pair[1]] ?? 0) > (totals[pair[0]] ?? 0)) return weight;
  }
}

const step = 0.05;

test("on 200 random portfolios each flip stands where brute force finds it, and nowhere else", () => {
  let found = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const { columns, weights } = portfolioOf(seed, 3);
    const { order, ranked } = orderOf(scoreColumns(columns, weights));
    if (ranked < 2) continue;
    const pair: [number, number] = [order[0] as number, order[1] as number];
    const flips = flipsOf(columns, ...pair, { weights, most });
    criteria.forEach(({ key }, criterion) => {
      for (const way of ["up", "down"] as const) {
        const flip = flips.find((one) => one.criterion === key && one.way === way);
        const seen = walked(columns, weights, pair, criterion, way === "up" ? 1 : -1);
        if (seen !== null) {
          expect(flip).toBeDefined();
          expect(Math.abs((flip?.weight ?? 0) - seen)).toBeLessThanOrEqual(step + 1e-9);
          found += 1;
        } else if (flip) expect(Math.min(flip.weight, most - flip.weight)).toBeLessThan(2 * step);
      }
    });
    const changes = flips.map(({ change }) => Math.abs(change));
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
  }
  expect(found).toBeGreaterThan(200);
});

test("at the flip both totals are equal, a hair before the leader leads, a hair beyond the rival", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { columns, weights } = portfolioOf(seed, 6);
    const { order, ranked } = orderOf(scoreColumns(columns, weights));
    for (let place = 1; place < ranked; place += 1) {
      const [leader, rival] = [order[place - 1] as number, order[place] as number];
      for (const flip of flipsOf(columns, leader, rival, { weights, most })) {
        const criterion = coreCriteria.indexOf(flip.criterion as (typeof coreCriteria)[number]);
        const lead = (weight: number) => {
          const totals = totalsAt(columns, weights, criterion, weight);
          return (totals[rival] ?? 0) - (totals[leader] ?? 0);
        };
        const hair = flip.way === "up" ? 1e-4 : -1e-4;
        expect(Math.abs(lead(flip.weight))).toBeLessThan(1e-6);
        expect(lead(flip.weight + hair)).toBeGreaterThan(0);
        if (Math.abs(flip.change) > 1e-4) expect(lead(flip.weight - hair)).toBeLessThanOrEqual(0);
      }
    }
  }
});

/** Every weight on a grid, every row: the smallest change that puts anybody above the first. */
function bruteDethroning(columns: Columns, weights: readonly number[], leader: number) {
  let least = Number.POSITIVE_INFINITY;
  criteria.forEach((_, criterion) => {
    for (let weight = step; weight < most; weight += step) {
      const totals = totalsAt(columns, weights, criterion, weight);
      if (totals.some((total) => total > (totals[leader] ?? 0)))
        least = Math.min(least, Math.abs(weight - (weights[criterion] ?? 0)));
    }
  });
  return least;
}

test("what dethrones the first, and the bands within which nothing moves, equal brute force", () => {
  for (let seed = 500; seed < 520; seed += 1) {
    const { columns, weights } = portfolioOf(seed, 8);
    const { order, ranked } = orderOf(scoreColumns(columns, weights));
    const rows = order.subarray(0, ranked);
    const found = dethroning(columns, rows, { weights, most });
    const brute = bruteDethroning(columns, weights, rows[0] as number);
    if (found) expect(Math.abs(Math.abs(found.change) - brute)).toBeLessThanOrEqual(step + 1e-9);
    else expect(brute).toBe(Number.POSITIVE_INFINITY);
    for (const [criterion, { low, high }] of bandsOf(columns, rows, 3, {
      weights,
      most,
    }).entries()) {
      const first = (weight: number) => [
        ...orderOf(totalsAt(columns, weights, criterion, weight)).order.subarray(0, 3),
      ];
      const today = [...rows.subarray(0, 3)];
      for (const share of [0.001, 0.3, 0.7, 0.999])
        if (high - low > 1e-3) expect(first(low + share * (high - low))).toEqual(today);
      if (high < most - 0.01) expect(first(high + 0.005)).not.toEqual(today);
      if (low > 0.01) expect(first(low - 0.005)).not.toEqual(today);
    }
  }
});

test("equals that any change parts flip at once; twins never do", () => {
  const counted = [
    [5, 0],
    [0, 5],
    [3, 3],
    [3, 3],
    [3, 3],
  ].map((sum) => ({ n: [1, 1], sum }));
  const weights = [20, 20, 20, 20, 20];
  const flips = flipsOf(columnsOf(2, criteria, counted), 0, 1, { weights, most });
  expect(flips).toEqual([
    { criterion: "habit", weight: 20, change: 0, way: "down" },
    { criterion: "pain", weight: 20, change: 0, way: "up" },
  ]);
  const twins = columnsOf(
    2,
    criteria,
    counted.map(() => ({ n: [1, 1], sum: [2, 2] })),
  );
  expect(flipsOf(twins, 0, 1, { weights, most })).toEqual([]);
  expect(dethroning(twins, [0, 1], { weights, most })).toBeNull();
  expect(dethroning(twins, [], { weights, most })).toBeNull();
});
