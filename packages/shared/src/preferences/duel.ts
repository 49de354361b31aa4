import { type Comparison, mostTelling, worthsOf } from "./paired.js";

/** Two of the leaders were shown: 1 = the first was backed, 0 = the second, 0.5 = either. */
export type Duelled = Omit<Comparison, "handicap">;

/** How far leaders lie apart on the logistic scale before anyone is asked. */
const deviation = 1.5;

const even = (duels: readonly Duelled[]) => duels.map((duel) => ({ ...duel, handicap: 0 }));

/**
 * Which two to show next: the pair whose answer teaches most about the order (`gainOf`), the first such pair in the
 * ranking's order. Null with fewer than two. Errors: none. Cost: size² after `worthsOf`.
 */
export function nextDuel(
  size: number,
  duels: readonly Duelled[],
): readonly [number, number] | null {
  const { gainOf } = worthsOf(size, even(duels), deviation);
  return mostTelling(pairsOf(size), ([a, b]) => gainOf(a, b));
}

export function* pairsOf(size: number): Generator<readonly [number, number]> {
  for (let a = 0; a < size; a += 1) for (let b = a + 1; b < size; b += 1) yield [a, b];
}

/**
 * The order that the duels give, best first, and how sure it is that each comes before the next.
 *
 *   by θ of `worthsOf`, equal ones as they were ranked        certainty = chance that a place beats the next, 0.5-1
 *
 * The last has no next, so null. Errors: none for places within `size`.
 */
export function duelOrder(size: number, duels: readonly Duelled[]) {
  const { worth, chanceOf } = worthsOf(size, even(duels), deviation);
  const order = Array.from({ length: size }, (_, at) => at).sort(
    (a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b,
  );
  return order.map((place, at) => {
    const next = order[at + 1];
    return { place, certainty: next === undefined ? null : chanceOf(place, next) };
  });
}
