import type { Counts } from "@highwater/shared/reviews/consensus";
import fc from "fast-check";
import { patched, type Row } from "./snapshot.patch.js";
import type { SnapshotRows } from "./snapshot.rows.js";

const criteria = 2;
const collator = new Intl.Collator("zh");

const count = fc.nat(9);
const counts: fc.Arbitrary<Counts> = fc.tuple(count, count, count, count, count, count);
const row = fc.record({
  id: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes)),
  name: fc.constantFrom("Otter", "otter", "灯塔", "Émile", "10", "9"),
  was: fc.constant(undefined),
  reviews: fc.nat(3),
  champions: fc.nat(2),
  stage: fc.nat(4),
  vertical: fc.constantFrom("legal", null),
  tags: fc.constantFrom<string[]>([], ["hot"]),
  counts: fc.array(counts, { minLength: criteria, maxLength: criteria }),
});
const portfolio = fc.uniqueArray(row, {
  selector: ({ id }) => id.toString("hex"),
  maxLength: 12,
});

/** Laid out as the database lays them out. */
function laidOut(rows: readonly Row[]): SnapshotRows {
  const byName = (a: Row, b: Row) => collator.compare(a.name, b.name) || Buffer.compare(a.id, b.id);
  const named = [...rows].sort(byName);
  const list = [...rows].sort((a, b) => b.reviews - a.reviews || byName(a, b));
  return {
    size: list.length,
    ids: Buffer.concat(list.map(({ id }) => id)),
    names: list.map(({ name }) => name),
    reviews: Uint32Array.from(list, ({ reviews }) => reviews),
    champions: Uint32Array.from(list, ({ champions }) => champions),
    places: Uint32Array.from(list, (one) => named.indexOf(one) + 1),
    stageAt: Uint32Array.from(list, ({ stage }) => stage),
    verticals: list.map(({ vertical }) => vertical),
    tags: list.map(({ tags }) => tags),
    counts: Uint16Array.from(
      Array.from({ length: criteria }, (_, at) => list.map(({ counts }) => counts[at] ?? [])).flat(
        2,
      ),
    ),
  };
}

const numberIn = (rows: SnapshotRows, { id }: Row): number | undefined =>
  Array.from({ length: rows.size }, (_, at) => at).find((at) =>
    rows.ids.subarray(16 * at, 16 * at + 16).equals(id),
  );

test("law: rows taken out and put in are as if all had been laid out anew", () => {
  fc.assert(
    fc.property(portfolio, portfolio, fc.array(fc.nat(11)), (rows, others, gone) => {
      const old = laidOut(rows);
      // Some go, some are changed under their own id, some are new.
      const out = gone.flatMap((at) => rows[at] ?? []);
      const into = others.map((one, at) => {
        const changed = at % 2 === 0 ? out[at] : undefined;
        return changed ? { ...one, id: changed.id } : one;
      });
      const each = [...new Map(into.map((one) => [one.id.toString("hex"), one])).values()].filter(
        (one) => numberIn(old, one) === undefined || out.some(({ id }) => id.equals(one.id)),
      );
      const kept = rows.filter((one) => !out.some(({ id }) => id.equals(one.id)));
      const numbers = new Set(out.map((one) => numberIn(old, one) as number));
      const put = each.map((one) => {
        const number = numberIn(old, one);
        return {
          ...one,
          was: number !== undefined && old.names[number] === one.name ? number : undefined,
        };
      });
      const { rows: made, now } = patched(old, numbers, put, criteria);
      expect(made).toEqual(laidOut([...kept, ...each]));
      for (const one of rows) {
        const [before, after] = [numberIn(old, one) as number, numberIn(made, one)];
        expect(now[before]).toBe(numbers.has(before) ? -1 : after);
      }
    }),
    { numRuns: 1000 },
  );
});
