import { adjusted, type Reviewed } from "./adjusted.js";

const criteria = [
  { key: "pain", inverted: false },
  { key: "overrun", inverted: true },
];
const weights = { pain: 0.5, overrun: 0.5 };

const row = (id: string, given: Record<string, [number, number]>): Reviewed => ({
  id,
  name: `Candidate ${id}`,
  scores: Object.entries(given).flatMap(([reviewer, [pain, overrun]]) => [
    { reviewer, criterion: "pain", level: pain },
    { reviewer, criterion: "overrun", level: overrun },
  ]),
});

/** Gentle marks a level above hard, both in pain and in (low) risk, wherever both were asked. */
const together = Array.from({ length: 8 }, (_, at) =>
  row(`t${at}`, { gentle: [4, 1], hard: [at % 2 ? 3 : 2, 2] }),
);
const alone = [row("lucky", { gentle: [4, 1] }), row("unlucky", { hard: [4, 1] })];

test("who was marked by the gentle alone falls, by the hard alone rises, and a risk is turned", () => {
  const { items, reviewers, tooFew, leniencyOf, reviewsOf } = adjusted(
    [...together, ...alone],
    criteria,
    weights,
  );
  const of = (id: string) => items.find((item) => item.id === id);
  const points = (id: string) => (of(id)?.adjusted.total ?? 0) - (of(id)?.raw.total ?? 0);
  expect(of("lucky")?.raw).toEqual({ rank: 1, total: 80 });
  expect(of("unlucky")?.raw).toEqual({ rank: 1, total: 80 });
  expect(points("lucky")).toBeLessThan(-5);
  expect(points("unlucky")).toBeGreaterThan(5);
  expect(of("unlucky")?.adjusted.rank).toBe(1);
  expect({ reviewers, tooFew }).toEqual({ reviewers: 2, tooFew: 0 });
  expect(leniencyOf("gentle")).toBeGreaterThan(0.3);
  expect(reviewsOf("hard")).toBe(9);
});

test("below five reviews nothing is said and nothing taken off", () => {
  const found = adjusted(together.slice(0, 4), criteria, weights);
  expect(found).toMatchObject({ reviewers: 0, tooFew: 2 });
  expect(found.leniencyOf("gentle")).toBeNull();
  for (const { raw, adjusted: other } of found.items) expect(other).toEqual(raw);
});

test("a criterion without scores and a candidate without any stay as they are", () => {
  const bare: Reviewed = { id: "bare", name: "Bare", scores: [] };
  const half: Reviewed = {
    ...{ id: "half", name: "Half" },
    scores: [{ reviewer: "a", criterion: "pain", level: 5 }],
  };
  expect(adjusted([half, bare], criteria, weights).items).toEqual([
    { id: "half", name: "Half", raw: { rank: 1, total: 100 }, adjusted: { rank: 1, total: 100 } },
    {
      ...{ id: "bare", name: "Bare" },
      raw: { rank: null, total: null },
      adjusted: { rank: null, total: null },
    },
  ]);
});
