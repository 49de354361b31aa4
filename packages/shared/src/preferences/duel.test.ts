import { chanceOf } from "../ranking/chance.js";
import { type Duelled, duelOrder, nextDuel, pairsOf } from "./duel.js";

const size = 10;
const noise = 0.1;
const seeds = Array.from({ length: 100 }, (_, seed) => seed);

/** Kendall's τ of an order with the truth, in which a lower number is better. */
function tau(order: readonly number[]): number {
  let agreed = 0;
  for (const [a, b] of pairsOf(size)) agreed += (order[a] ?? 0) < (order[b] ?? 0) ? 1 : -1;
  return agreed / ((size * (size - 1)) / 2);
}

type Choose = (duels: readonly Duelled[], chance: () => number) => readonly [number, number];

const telling: Choose = (duels) => nextDuel(size, duels) ?? [0, 1];
const anyPair: Choose = (_, chance) => {
  const a = Math.floor(chance() * size);
  return [a, (a + 1 + Math.floor(chance() * (size - 1))) % size];
};

/** Mean τ after each number of comparisons; one answer of ten is wrong. The truth is shuffled over the places. */
function learning(choose: Choose, most: number): number[] {
  const sums = new Array<number>(most + 1).fill(0);
  for (const seed of seeds) {
    const chance = chanceOf(seed);
    const draws = Array.from({ length: size }, () => chance());
    const rank = draws.map((one) => draws.filter((other) => other < one).length);
    const duels: Duelled[] = [];
    for (let count = 1; count <= most; count += 1) {
      const [a, b] = choose(duels, chance);
      const better = (rank[a] ?? 0) < (rank[b] ?? 0);
      duels.push({ a, b, outcome: Number(better !== chance() < noise) });
      const order = duelOrder(size, duels).map(({ place }) => rank[place] ?? 0);
      sums[count] = (sums[count] ?? 0) + tau(order);
    }
  }
  return sums.map((sum) => sum / seeds.length);
}

test("10 leaders, 10 % wrong answers: τ ≥ 0.85 after 35, with at least 20 % fewer than random pairs need", () => {
  const ours = learning(telling, 35);
  const random = learning(anyPair, 100);
  const needed = (curve: readonly number[]) => curve.findIndex((mean) => mean >= 0.85);
  expect(ours[35]).toBeGreaterThanOrEqual(0.85);
  expect(needed(random)).toBeGreaterThan(0);
  expect(needed(ours)).toBeLessThanOrEqual(0.8 * needed(random));
}, 120_000);

test("nobody asked: the ranking's order, as sure as a coin; one alone has nothing to beat", () => {
  expect(duelOrder(3, [])).toEqual([
    { place: 0, certainty: 0.5 },
    { place: 1, certainty: 0.5 },
    { place: 2, certainty: null },
  ]);
  expect(nextDuel(1, [])).toBeNull();
  expect(nextDuel(0, [])).toBeNull();
});

test("who wins comes first; either way leaves the order", () => {
  const won = duelOrder(2, [{ a: 1, b: 0, outcome: 1 }]);
  expect(won.map(({ place }) => place)).toEqual([1, 0]);
  expect(won[0]?.certainty).toBeGreaterThan(0.6);
  expect(duelOrder(2, [{ a: 1, b: 0, outcome: 0.5 }]).map(({ place }) => place)).toEqual([0, 1]);
});
