import fc from "fast-check";
import { rank } from "./rank.js";

const rows = (...totals: (number | null)[]) => totals.map((total, id) => ({ id, total }));
const ranks = (list: ReturnType<typeof rows>) => rank(list).map(({ rank }) => rank);
const ids = (list: ReturnType<typeof rows>) => rank(list).map(({ id }) => id);

test("two equal candidates share a rank, and the next is skipped", () => {
  expect(ranks(rows(90, 80, 80, 70))).toEqual([1, 2, 2, 4]);
});

test("a shared first place", () => expect(ranks(rows(9, 9, 9, 1))).toEqual([1, 1, 1, 4]));

test("equal totals keep the server's order", () => {
  expect(ids(rows(50, 80, 50, 80))).toEqual([1, 3, 0, 2]);
});

test("the unscored follow, unranked, in the server's order", () => {
  const list = rows(null, 0, null, 5);
  expect(ids(list)).toEqual([3, 1, 0, 2]);
  expect(ranks(list)).toEqual([1, 2, null, null]);
});

test("a total of 0 is ranked", () => expect(ranks(rows(0))).toEqual([1]));
test("nothing to rank", () => expect(rank([])).toEqual([]));

test("what a row carries stays with it, and the rows given stay as they were", () => {
  const given = Object.freeze([Object.freeze({ id: "a", total: 1 }), { id: "b", total: 2 }]);
  expect(rank(given)).toEqual([
    { id: "b", total: 2, rank: 1 },
    { id: "a", total: 1, rank: 2 },
  ]);
  expect(given[0]).toEqual({ id: "a", total: 1 });
});

const totals = fc.array(fc.option(fc.integer({ min: 0, max: 8 })), { maxLength: 30 });

test("law: a rank is one more than how many are better", () => {
  fc.assert(
    fc.property(totals, (list) => {
      for (const row of rank(rows(...list))) {
        const mine = row.total;
        const better = list.filter((one) => one !== null && mine !== null && one > mine).length;
        expect(row.rank).toBe(mine === null ? null : better + 1);
      }
    }),
  );
});

test("law: the ranked come out in order, every row once", () => {
  fc.assert(
    fc.property(totals, (list) => {
      const out = rank(rows(...list));
      expect(out.map(({ id }) => id).sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
      out.slice(1).forEach((row, i) => {
        const before = out[i];
        const key = (one: typeof row | undefined) => one?.total ?? -1;
        expect(key(before) >= key(row)).toBe(true);
        if (key(before) === key(row)) expect(before?.id).toBeLessThan(row.id);
      });
    }),
  );
});

test("law: shuffling the rows moves no rank", () => {
  const shuffled = totals.chain((list) =>
    fc.tuple(
      fc.constant(rows(...list)),
      fc.shuffledSubarray(rows(...list), { minLength: list.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([straight, mixed]) => {
      const place = (list: typeof straight) =>
        rank(list)
          .sort((a, b) => a.id - b.id)
          .map(({ rank }) => rank);
      expect(place(mixed)).toEqual(place(straight));
    }),
  );
});

test("law: ranking twice is ranking once", () => {
  fc.assert(
    fc.property(totals, (list) => {
      const once = rank(rows(...list));
      expect(rank(once)).toEqual(once);
    }),
  );
});
