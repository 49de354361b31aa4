import { coreCriteria } from "../rubrics/contract.js";
import { type Doubt } from "./bounds.js";
import { chanceOf, normalAt } from "./chance.js";
import { columnsOf, scoreColumns } from "./columns.js";
import { Confidence, type ConfidenceQuestion } from "./confidence.js";
import { errorsOf } from "./errors.js";
import { orderOf } from "./order.js";
import { simulated } from "./simulated.js";

const criteria = coreCriteria.map((key) => ({ key, inverted: key === "overrun" }));
const weights = [20, 20, 15, 20, 25];
const box: Doubt = { kind: "box", share: 0.3 };

function questionOf(seed: number, size: number, doubt: Doubt = box): ConfidenceQuestion {
  const { counted, reviews } = simulated(seed, size);
  const columns = columnsOf(size, criteria, counted);
  const { order } = orderOf(scoreColumns(columns, weights));
  return {
    ...{ columns, weights, doubt, reviews, seed, top: 20 },
    errors: errorsOf(size, counted),
    targets: order,
  };
}

test.each([
  ["weights within 30 %", box],
  ["any weights", { kind: "any" }],
] as const)(
  "with %s the first 20 have the ranks of a scan of all, and fewer are looked at",
  (_, doubt) => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const { errors: _, ...question } = questionOf(seed, 300, doubt);
      const all = new Confidence(question).run(200).result();
      const few = new Confidence({
        ...question,
        targets: Array.from(question.targets).slice(0, 20),
      });
      expect(few.run(200).result()).toEqual(all.slice(0, 20));
      if (doubt === box) expect(few.contenders).toBeLessThan(200);
    }
  },
);

test("a rank is counted as one counts it by hand", () => {
  const question = questionOf(7, 40);
  const sums = new Map<number, number>();
  const [row] = Array.from(question.targets);
  const one = new Confidence(question).run(1).result();
  for (const { low, high } of one)
    if (low !== null) sums.set(low, (sums.get(low) ?? 0) + Number(low === high));
  expect([...sums.values()].every((count) => count === 1)).toBe(true);
  expect(one[0]?.row).toBe(row);
});

test("the same seed gives the same answer, at once or in pieces, for all rows or for one", () => {
  const question = questionOf(3, 60);
  const whole = new Confidence(question).run(300).result();
  expect(new Confidence(question).run(100).run(150).run(50).result()).toEqual(whole);
  const alone = new Confidence({ ...question, targets: [question.targets[5] as number] });
  expect(alone.run(300).result()).toEqual([whole[5]]);
  expect(new Confidence({ ...question, seed: 4 }).run(300).result()).not.toEqual(whole);
});

test("draws are pinned, so that Node and a browser agree", () => {
  const chance = chanceOf(20230319);
  expect([chance(), chance()]).toEqual([0.9648490152321756, 0.3510612198151648]);
  expect([normalAt(1, 2, 3), normalAt(20230319, 0, 0)]).toEqual([
    0.578887734698446, -0.6650032654800331,
  ]);
});

test("draws are near to a standard normal", () => {
  const draws = Array.from({ length: 40_000 }, (_, at) =>
    normalAt(9, at % 200, Math.floor(at / 200)),
  );
  const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length;
  const variance = draws.reduce((sum, one) => sum + one * one, 0) / draws.length - mean * mean;
  const beyond = draws.filter((one) => Math.abs(one) > 1.6449).length / draws.length;
  expect(Math.abs(mean)).toBeLessThan(0.02);
  expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  expect(Math.abs(beyond - 0.1)).toBeLessThan(0.006);
});

test("one review is never a confidence, two are provisional, unscored rows have no rank", () => {
  const n = [1, 2, 3, 0];
  const counted = criteria.map(() => ({ n, sum: [3, 6, 9, 0], squares: [9, 18, 27, 0] }));
  const question: ConfidenceQuestion = {
    ...{
      columns: columnsOf(4, criteria, counted),
      weights,
      doubt: box,
      reviews: n,
      seed: 1,
      top: 1,
    },
    ...{ errors: errorsOf(4, counted), targets: [0, 1, 2, 3] },
  };
  const result = new Confidence(question).run(50).result();
  expect(result.map(({ standing, low }) => [standing, low !== null])).toEqual([
    ["none", false],
    ["provisional", true],
    ["confident", true],
    ["none", false],
  ]);
});

test("a criterion that nobody doubts leaves every rank where it is", () => {
  const question = questionOf(5, 30, { kind: "box", share: 0 });
  const { errors: _, ...sure } = question;
  const totals = scoreColumns(question.columns, weights);
  const { ranks } = orderOf(totals);
  for (const { row, low, high } of new Confidence(sure).run(3).result())
    if (low !== null) expect([low, high]).toEqual([ranks[row], ranks[row]]);
});

test("90 % intervals cover the true rank in at least 86 % of simulated portfolios", () => {
  let [covered, asked, width] = [0, 0, 0];
  for (let seed = 1; seed <= 40; seed += 1) {
    const { counted, reviews, truth } = simulated(seed, 40);
    const columns = columnsOf(40, criteria, counted);
    const { ranks } = orderOf(
      Float64Array.from(truth, (means) =>
        means.reduce((sum, u, at) => sum + u * (weights[at] ?? 0), 0),
      ),
    );
    const question = {
      columns,
      weights,
      reviews,
      seed,
      top: 10,
      doubt: { kind: "box", share: 0 } as const,
    };
    const targets = Array.from({ length: 40 }, (_, row) => row);
    for (const { row, low, high } of new Confidence({
      ...question,
      targets,
      errors: errorsOf(40, counted),
    })
      .run(300)
      .result()) {
      if (low === null || high === null) continue;
      asked += 1;
      width += high - low;
      covered += Number(low <= (ranks[row] ?? 0) && (ranks[row] ?? 0) <= high);
    }
  }
  expect(covered / asked).toBeGreaterThanOrEqual(0.86);
  expect(width / asked).toBeLessThan(16);
});
