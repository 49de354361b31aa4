import fc from "fast-check";
import { type Distribution, distribute, type Reviewer, type Wanting } from "./distribute.js";

const names = ["ada", "bo", "cy", "di"];
const member = fc.constantFrom(...names);

/** Small cases, in which every assignment can be tried. */
const small = fc
  .record({
    k: fc.integer({ min: 1, max: 3 }),
    seed: fc.integer({ min: 0, max: 1000 }),
    reviewers: fc.uniqueArray(
      fc.record({
        id: member,
        load: fc.integer({ min: 0, max: 3 }),
        cap: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 2 }),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
    ),
    candidates: fc.array(
      fc.record({
        held: fc.uniqueArray(fc.constantFrom(...names, "eve"), { maxLength: 2 }),
        barred: fc.uniqueArray(member, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ candidates, ...rest }) => ({
    ...rest,
    candidates: candidates.map((one, at) => ({ id: `c${at}`, ...one })),
  }));

function subsets(items: readonly string[], most: number): string[][] {
  const all: string[][] = [[]];
  for (const item of items)
    for (const set of [...all]) if (set.length < most) all.push([...set, item]);
  return all;
}

/** Every assignment that conflicts and caps allow, as what each candidate gets. */
function every(candidates: readonly Wanting[], reviewers: readonly Reviewer[], k: number) {
  const room = (spent: Map<string, number>, id: string) => {
    const { load = 0, cap = null } = reviewers.find((one) => one.id === id) ?? {};
    return cap === null || load + (spent.get(id) ?? 0) < cap;
  };
  const found: string[][][] = [];
  const walk = (at: number, chosen: string[][], spent: Map<string, number>) => {
    const candidate = candidates[at];
    if (!candidate) return found.push(chosen);
    const closed = [...candidate.held, ...candidate.barred];
    const may = reviewers
      .map(({ id }) => id)
      .filter((id) => !closed.includes(id) && room(spent, id));
    for (const set of subsets(may, Math.max(0, k - candidate.held.length))) {
      const next = new Map(spent);
      for (const id of set) next.set(id, (next.get(id) ?? 0) + 1);
      walk(at + 1, [...chosen, set], next);
    }
    return 0;
  };
  walk(0, [], new Map());
  return found;
}

const squares = (values: number[]) => values.reduce((sum, value) => sum + value * value, 0);
const range = (values: number[]) => Math.max(...values) - Math.min(...values);

function figures(
  chosen: string[][],
  candidates: readonly Wanting[],
  reviewers: readonly Reviewer[],
) {
  const flat = chosen.flat();
  const loads = reviewers.map(({ id, load }) => load + flat.filter((one) => one === id).length);
  const cover = chosen.map((set, at) => set.length + (candidates[at]?.held.length ?? 0));
  return {
    places: flat.length,
    cover: squares(cover),
    loads: squares(loads),
    range: range(loads),
    whole: cover,
  };
}

const chosenBy = ({ given }: Distribution, candidates: readonly Wanting[]) =>
  candidates.map(({ id }) =>
    given.filter(({ candidateId }) => candidateId === id).map(({ memberId }) => memberId),
  );

const least = (values: number[]) => Math.min(...values);

test("against every assignment there is: most places, then even coverage, then even loads", () => {
  fc.assert(
    fc.property(small, ({ candidates, reviewers, k, seed }) => {
      const result = distribute(candidates, reviewers, k, seed);
      const ours = figures(chosenBy(result, candidates), candidates, reviewers);
      const all = every(candidates, reviewers, k).map((one) => figures(one, candidates, reviewers));
      const most = all.filter(({ places }) => places === Math.max(...all.map((one) => one.places)));
      const even = most.filter(({ cover }) => cover === least(most.map((one) => one.cover)));
      expect(ours.places).toBe(most[0]?.places);
      expect(ours.cover).toBe(even[0]?.cover);
      expect(ours.loads).toBe(least(even.map((one) => one.loads)));
      expect(ours.range).toBe(least(even.map((one) => one.range)));
      if (all.some(({ whole }) => whole.every((n) => n >= k))) expect(result.short).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("nobody gets what they have, what is barred to them, or more than their cap", () => {
  fc.assert(
    fc.property(small, ({ candidates, reviewers, k, seed }) => {
      const { given, loads } = distribute(candidates, reviewers, k, seed);
      for (const { candidateId, memberId } of given) {
        const { held = [], barred = [] } = candidates.find(({ id }) => id === candidateId) ?? {};
        expect([...held, ...barred]).not.toContain(memberId);
      }
      expect(new Set(given.map((one) => `${one.candidateId} ${one.memberId}`)).size).toBe(
        given.length,
      );
      for (const { memberId, before, after } of loads) {
        const cap = reviewers.find(({ id }) => id === memberId)?.cap ?? null;
        if (cap !== null) expect(after).toBeLessThanOrEqual(Math.max(before, cap));
      }
    }),
  );
});

test("what can't be given is named, with how much is missing and why", () => {
  fc.assert(
    fc.property(small, ({ candidates, reviewers, k, seed }) => {
      const { given, short } = distribute(candidates, reviewers, k, seed);
      for (const { id, held, barred } of candidates) {
        const has = held.length + given.filter(({ candidateId }) => candidateId === id).length;
        const closed = [...held, ...barred];
        const may = reviewers.filter((one) => !closed.includes(one.id)).length;
        const named = short.find(({ candidateId }) => candidateId === id);
        expect(named?.missing ?? 0).toBe(Math.max(0, k - has));
        if (named) expect(named.reason).toBe(held.length + may < k ? "conflicts" : "caps");
      }
    }),
  );
});

const sorted = ({ given, short, loads }: Distribution) =>
  [given, short, loads].map((rows) => rows.map((row) => JSON.stringify(row)).sort());

test("the same seed gives the same, in whatever order the input comes; another seed may differ", () => {
  fc.assert(
    fc.property(small, ({ candidates, reviewers, k, seed }) => {
      const turned = distribute([...candidates].reverse(), [...reviewers].reverse(), k, seed);
      expect(turned).toEqual(distribute(candidates, reviewers, k, seed));
    }),
  );
  const candidates = Array.from({ length: 20 }, (_, n) => ({ id: `c${n}`, held: [], barred: [] }));
  const people = names.map((id) => ({ id, load: 0, cap: null }));
  const once = sorted(distribute(candidates, people, 2, 1));
  expect(sorted(distribute(candidates, people, 2, 2))).not.toEqual(once);
});

/** 610 candidates, 7 reviewers of unequal load, one conflict in ten, some held already, a cap on two. */
function hall(size: number, people: number) {
  const reviewers = Array.from({ length: people }, (_, n) => ({
    id: `r${n}`,
    load: n % 4,
    cap: n < 2 ? Math.ceil((3 * size) / people) - 20 : null,
  }));
  const candidates = Array.from({ length: size }, (_, n) => ({
    id: `c${n}`,
    held: n % 9 === 0 ? [`r${n % people}`] : [],
    barred: n % 10 === 3 ? [`r${(n + 1) % people}`, `r${(n + 3) % people}`] : [],
  }));
  return { candidates, reviewers };
}

test("610 × 3 over 7 reviewers with conflicts and caps: everybody k, loads even, well under a second", () => {
  const { candidates, reviewers } = hall(610, 7);
  const started = performance.now();
  const { given, short, loads } = distribute(candidates, reviewers, 3, 42);
  const took = performance.now() - started;
  expect(short).toEqual([]);
  expect(given.length).toBe(610 * 3 - 68);
  expect(
    range(loads.slice(0).flatMap(({ memberId, after }) => (/r[01]/.test(memberId) ? [] : [after]))),
  ).toBeLessThanOrEqual(1);
  expect(took).toBeLessThan(1000);
});

test("who sits together varies: every pair of seven shares candidates", () => {
  const { candidates } = hall(200, 7);
  const people = Array.from({ length: 7 }, (_, n) => ({ id: `r${n}`, load: 0, cap: null }));
  const result = distribute(candidates, people, 3, 7);
  const pairs = new Set(
    chosenBy(result, candidates).flatMap((set) =>
      set.flatMap((a) => set.filter((b) => a < b).map((b) => `${a} ${b}`)),
    ),
  );
  expect(pairs.size).toBe(21);
});

test("outside its ranges it refuses", () => {
  const one = { id: "c", held: [], barred: [] };
  const ada = { id: "ada", load: 0, cap: null };
  expect(() => distribute([one], [ada], 0, 1)).toThrow(RangeError);
  expect(() => distribute([one], [ada], 1.5, 1)).toThrow(RangeError);
  expect(() => distribute([one], [{ ...ada, load: -1 }], 1, 1)).toThrow(RangeError);
  expect(() => distribute([one], [{ ...ada, cap: 0.5 }], 1, 1)).toThrow(RangeError);
  expect(() => distribute([one, one], [ada], 1, 1)).toThrow(RangeError);
  expect(() => distribute([one], [ada], 1, Number.NaN)).toThrow(RangeError);
  expect(distribute([], [ada], 1, 1)).toEqual({
    given: [],
    short: [],
    loads: [{ memberId: "ada", before: 0, after: 0 }],
  });
  expect(distribute([one], [], 1, 1).short).toEqual([
    { candidateId: "c", missing: 1, reason: "conflicts" },
  ]);
});
