import { proposeTargets } from "./mapping.js";
import { readScore } from "./scores.js";

test.each([
  ["0", 0],
  [" 5 ", 5],
  ["3.0", 3],
  ["n/a", null],
  ["未评估", null],
  ["—", null],
  ["6", undefined],
  ["-1", undefined],
  ["3.5", undefined],
  ["", undefined],
  ["good", undefined],
])("%j is the score %p", (text, score) => expect(readScore(text)).toBe(score));

const columns = (...given: [header: string, ...samples: string[]][]) =>
  given.map(([header, ...samples], index) => ({ index, header, samples }));
const proposed = (given: ReturnType<typeof columns>, reviews: boolean) =>
  proposeTargets(given, { fields: [], remembered: {}, reviews }).map(({ proposal }) => proposal);

test("columns of reviews are proposed to those who may bring them, and only where they are whole", () => {
  const sheet = columns(
    ["Name", "Reef"],
    ["Reviewer", "Ada"],
    ["C1 score", "4"],
    ["Pain", "5", "n/a"],
    ["Why pain", "x"],
  );
  expect(proposed(sheet, true)).toEqual([
    "name",
    "reviewer",
    "score:habit",
    "score:pain",
    "reason:pain",
  ]);
  expect(proposed(sheet, false)).toEqual(["name", "skip", "skip", "problem", "skip"]);
  const words = columns(["Name", "Reef"], ["Reviewer", "Ada"], ["Pain", "They forget"]);
  expect(proposed(words, true)).toEqual(["name", "skip", "problem"]);
  const nobody = columns(["Name", "Reef"], ["Risk", "4"]);
  expect(proposed(nobody, true)).toEqual(["name", "skip"]);
});
