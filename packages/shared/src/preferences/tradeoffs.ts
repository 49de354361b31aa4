import { type Comparison, mostTelling, worthsOf } from "./paired.js";

/** So much better on this criterion, and all else equal. Steps are levels, 1-4. */
export interface Offer {
  criterion: string;
  steps: number;
}
export interface TradeOff {
  first: Offer;
  second: Offer;
}
export interface Answered extends TradeOff {
  choice: "first" | "second" | "equal";
}

/** After so many answers the weights are shown; more may be given. */
export const enoughAnswers = 12;

/** How sharply people choose: a fifth more points are preferred about 7 times of 10. */
const sharpness = 5;
/** ln of weights, before anyone is asked: a factor of e either way. */
const deviation = sharpness;

const steps = [1, 2, 3, 4];

/** Ratios of steps, each once: 2 : 4 asks what 1 : 2 asks. */
const ratios = steps.flatMap((a) =>
  steps
    .filter((b) => !(a % 2 === 0 && b % 2 === 0) && (a !== b || a === 1))
    .map((b) => [a, b] as const),
);

const outcomes = { first: 1, second: 0, equal: 0.5 };

function comparisonsOf(keys: readonly string[], answers: readonly Answered[]): Comparison[] {
  return answers.flatMap(({ first, second, choice }) => {
    const [a, b] = [keys.indexOf(first.criterion), keys.indexOf(second.criterion)];
    if (a < 0 || b < 0) return [];
    return [{ a, b, handicap: handicapOf(first, second), outcome: outcomes[choice] }];
  });
}

const handicapOf = (first: Offer, second: Offer) =>
  sharpness * Math.log(first.steps / second.steps);

/**
 * What to ask next: the trade-off between two criteria whose answer teaches most about the weights.
 *
 *   first: + a levels on one criterion        second: + b levels on another        a, b = 1-4
 *
 * Null with fewer than two criteria. Errors: none. Cost: 11 ratios · criteria² after `worthsOf`.
 * Source: P. Hansen and F. Ombler, PAPRIKA, Journal of Multi-Criteria Decision Analysis 15, 2008 (the form of the
 * question: two criteria, all else equal).
 */
export function nextTradeOff(
  keys: readonly string[],
  answers: readonly Answered[],
): TradeOff | null {
  const { gainOf } = worthsOf(keys.length, comparisonsOf(keys, answers), deviation);
  const best = mostTelling(offers(keys), ({ a, b, first, second }) =>
    gainOf(a, b, handicapOf(first, second)),
  );
  return best && { first: best.first, second: best.second };
}

function* offers(keys: readonly string[]) {
  for (const [a, one] of keys.entries())
    for (const [b, other] of keys.entries())
      if (a < b)
        for (const [more, less] of ratios) {
          const first = { criterion: one, steps: more };
          const second = { criterion: other, steps: less };
          yield { a, b, first, second };
        }
}

/**
 * The weights that the answers give, as whole shares of 100, and the answers that don't fit them.
 *
 *   P(first) = σ(s·ln(w₁·a / (w₂·b)))      s = 5        w = softmax(θ / s), θ from `worthsOf`
 *
 * The total is a weighted sum of levels (`total()`), so w₁·a against w₂·b is what a choice compares. Contradictions are
 * the answers whose other choice has a chance of 0.8 or more under the weights of all of them. Answers on criteria that
 * the rubric no longer has are passed over. Errors: none. Source: docs/lab.md.
 */
export function weightsFrom(keys: readonly string[], answers: readonly Answered[]) {
  const { worth, chanceOf } = worthsOf(keys.length, comparisonsOf(keys, answers), deviation);
  const shares = worth.map((one) => Math.exp(one / sharpness));
  const all = shares.reduce((sum, one) => sum + one, 0);
  const contradictions = answers.filter(({ first, second, choice }) => {
    const [a, b] = [keys.indexOf(first.criterion), keys.indexOf(second.criterion)];
    if (a < 0 || b < 0 || choice === "equal") return false;
    const chance = chanceOf(a, b, handicapOf(first, second));
    return (choice === "first" ? 1 - chance : chance) >= 0.8;
  });
  return { weights: wholeShares(shares.map((one) => (100 * one) / all)), contradictions };
}

/** Rounds to whole numbers of the same sum: the largest remainders are rounded up, the first of equal ones. */
function wholeShares(shares: readonly number[]): number[] {
  const floors = shares.map(Math.floor);
  const left =
    Math.round(shares.reduce((sum, one) => sum + one, 0)) - floors.reduce((a, b) => a + b, 0);
  const up = new Set(
    shares
      .map((share, at) => ({ at, rest: share - Math.floor(share) }))
      .sort((a, b) => b.rest - a.rest || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return floors.map((floor, at) => floor + Number(up.has(at)));
}
