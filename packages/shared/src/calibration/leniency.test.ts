import { chanceOf } from "../ranking/chance.js";
import { byCell, leniencyOf, type Mark } from "./leniency.js";

/** Standard normal draws by Box and Muller. */
function normals(seed: number) {
  const chance = chanceOf(seed);
  return () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

const criteria = 5;

/** 30 candidates, each reviewed on 5 criteria by 3 of 7 reviewers whose leniency has this deviation; levels 0-5. */
function world(seed: number, deviation: number, noise = 0.7) {
  const [chance, normal] = [chanceOf(seed + 1_000_000), normals(seed)];
  const bias = Array.from({ length: 7 }, () => deviation * normal());
  const truth = new Map<string, number>();
  const marks: Mark[] = [];
  for (let candidate = 0; candidate < 30; candidate += 1) {
    const asked = bias
      .map((lenient, reviewer) => ({ lenient, reviewer, draw: chance() }))
      .sort((a, b) => a.draw - b.draw)
      .slice(0, 3);
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      const cell = `${candidate} ${criterion}`;
      const worth = 2.5 + 0.8 * normal();
      truth.set(cell, worth);
      for (const { lenient, reviewer } of asked) {
        const level = Math.round(worth + lenient + noise * normal());
        const value = Math.min(5, Math.max(0, level));
        marks.push({ reviewer: String(reviewer), cell, value });
      }
    }
  }
  return { marks, truth };
}

/** Root mean square error of the cells' means, raw and with each reviewer's leniency taken off. */
function errors({ marks, truth }: ReturnType<typeof world>) {
  const { effects } = leniencyOf(marks);
  const cells = byCell(marks);
  let [raw, adjusted] = [0, 0];
  for (const [cell, given] of cells) {
    const worth = truth.get(cell) ?? 0;
    const mean = given.reduce((sum, { value }) => sum + value, 0) / given.length;
    const off = given.reduce((sum, { reviewer }) => sum + (effects.get(reviewer) ?? 0), 0);
    raw += (mean - worth) ** 2;
    adjusted += (mean - off / given.length - worth) ** 2;
  }
  return { raw: Math.sqrt(raw / cells.size), adjusted: Math.sqrt(adjusted / cells.size) };
}

const seeds = Array.from({ length: 500 }, (_, seed) => seed);

test("with biased reviewers it is nearer to the truth than raw means in at least 95 % of 500 worlds", () => {
  const nearer = seeds.filter((seed) => {
    const { raw, adjusted } = errors(world(seed, 0.7));
    return adjusted < raw;
  });
  expect(nearer.length).toBeGreaterThanOrEqual(475);
});

test("without bias it costs at most 5 % on average", () => {
  const cost = seeds.map((seed) => {
    const { raw, adjusted } = errors(world(seed, 0));
    return adjusted / raw - 1;
  });
  const mean = cost.reduce((sum, one) => sum + one, 0) / cost.length;
  expect(mean).toBeLessThanOrEqual(0.05);
});

test("two reviewers a level apart: half a level each, less what is doubted", () => {
  const marks = Array.from({ length: 20 }, (_, cell) => [
    { reviewer: "gentle", cell: String(cell), value: 4 + (cell % 2) },
    { reviewer: "hard", cell: String(cell), value: 3 + (cell % 3 === 0 ? 1 : 0) },
  ]).flat();
  const { effects } = leniencyOf(marks);
  const gentle = effects.get("gentle") ?? 0;
  expect(gentle).toBeGreaterThan(0.4);
  expect(gentle).toBeLessThan(0.6);
  expect(gentle + (effects.get("hard") ?? 0)).toBeCloseTo(0, 9);
});

test("nothing to compare, nothing said", () => {
  const alone = leniencyOf([{ reviewer: "a", cell: "1", value: 5 }]);
  expect([...alone.effects]).toEqual([["a", 0]]);
  expect(alone).toMatchObject({ reviewerDeviation: 0, noiseDeviation: 0 });
  expect(leniencyOf([]).effects.size).toBe(0);
});
