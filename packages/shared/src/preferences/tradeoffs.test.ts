import { chanceOf } from "../ranking/chance.js";
import {
  type Answered,
  enoughAnswers,
  nextTradeOff,
  type TradeOff,
  weightsFrom,
} from "./tradeoffs.js";

const keys = ["habit", "pain", "assistant", "flywheel", "overrun"];

/** Weights of 5-45 or so, of sum 100. */
function drawn(chance: () => number): number[] {
  const raw = keys.map(() => 0.15 + chance());
  const all = raw.reduce((sum, one) => sum + one, 0);
  return raw.map((one) => (100 * one) / all);
}

function answer(weights: readonly number[], { first, second }: TradeOff, wrong: boolean): Answered {
  const of = ({ criterion, steps }: TradeOff["first"]) =>
    (weights[keys.indexOf(criterion)] ?? 0) * steps;
  const chosen = of(first) > of(second) !== wrong;
  return { first, second, choice: chosen ? "first" : "second" };
}

/** Mean distance Σ|w − ŵ| in points of 100 after twelve answers. */
function distance(noise: number): number {
  let sum = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const chance = chanceOf(seed);
    const truth = drawn(chance);
    const answers: Answered[] = [];
    while (answers.length < enoughAnswers) {
      const asked = nextTradeOff(keys, answers);
      if (asked) answers.push(answer(truth, asked, chance() < noise));
    }
    const { weights } = weightsFrom(keys, answers);
    sum += weights.reduce((all, one, at) => all + Math.abs(one - (truth[at] ?? 0)), 0);
  }
  return sum / 200;
}

test("twelve answers find drawn weights, and one wrong answer of twenty does little harm", () => {
  const unasked = 20 * 5 * 0.4;
  const exact = distance(0);
  expect(exact).toBeLessThan(unasked / 3);
  expect(distance(0.05)).toBeLessThan(exact + 5);
});

test("nobody asked: equal weights; whole numbers of sum 100 always", () => {
  expect(weightsFrom(keys, []).weights).toEqual([20, 20, 20, 20, 20]);
  const three = weightsFrom(["a", "b", "c"], []).weights;
  expect(three).toEqual([34, 33, 33]);
  expect(nextTradeOff(["a"], [])).toBeNull();
});

test("an answer against all others is named; one on a criterion that is gone is passed over", () => {
  const ask = (one: number, other: number, choice: Answered["choice"]): Answered => ({
    first: { criterion: "habit", steps: one },
    second: { criterion: "pain", steps: other },
    choice,
  });
  const odd = ask(4, 1, "second");
  const firm = [ask(1, 4, "first"), ask(1, 3, "first"), ask(1, 2, "first")];
  const { weights, contradictions } = weightsFrom(keys, [...firm, odd]);
  expect(contradictions).toEqual([odd]);
  expect(weights[0]).toBeGreaterThan(2 * (weights[1] ?? 0));
  const gone = { ...odd, first: { criterion: "gone", steps: 1 } };
  expect(weightsFrom(keys, [gone]).weights).toEqual([20, 20, 20, 20, 20]);
});
