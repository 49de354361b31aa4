import fc from "fast-check";
import { Problem } from "../kernel/problem.js";
import { maxTerms, parseSearch, printSearch, type SearchTerm } from "./search.js";

const criteria = ["habit", "overrun"];
const text = (value: string, not = false): SearchTerm => ({ not, kind: "text", value });

test("the line of the issue", () => {
  const line =
    "vertical:legal stage:review spread:>=3 total:>60 tag:x reviewer:me -tag:y founded>=2020";
  expect(parseSearch(line, criteria)).toEqual([
    { not: false, kind: "fact", key: "vertical", value: "legal" },
    { not: false, kind: "fact", key: "stage", value: "review" },
    { not: false, kind: "figure", key: "spread", operator: ">=", value: 3 },
    { not: false, kind: "figure", key: "total", operator: ">", value: 60 },
    { not: false, kind: "fact", key: "tag", value: "x" },
    { not: false, kind: "reviewer", value: "me" },
    { not: true, kind: "fact", key: "tag", value: "y" },
    { not: false, kind: "field", key: "founded", operator: ">=", value: "2020" },
  ]);
});

test.each([
  ["", []],
  ["   ", []],
  ["ocean 法", [text("ocean"), text("法")]],
  ['"two words" -three', [text("two words"), text("three", true)]],
  ["“输入 法” e-mail -", [text("输入 法"), text("e-mail"), text("-")]],
  ["https://a.example/b?c=d", [text("https://a.example/b?c=d")]],
  [
    "stage：评审 -decision:投",
    [
      { not: false, kind: "fact", key: "stage", value: "review" },
      { not: true, kind: "fact", key: "decision", value: "invest" },
    ],
  ],
  ['Tag:"a b"', [{ not: false, kind: "fact", key: "tag", value: "a b" }]],
  [
    "habit:≥4 overrun<2",
    [
      { not: false, kind: "figure", key: "habit", operator: ">=", value: 4 },
      { not: false, kind: "figure", key: "overrun", operator: "<", value: 2 },
    ],
  ],
  ["total:=60.5", [{ not: false, kind: "figure", key: "total", operator: ":", value: 60.5 }]],
  ["城市:北京", [text("城市:北京")]],
] as [string, SearchTerm[]][])("%j", (line, terms) => {
  expect(parseSearch(line, criteria)).toEqual(terms);
});

test.each([
  ['tag:"open', "search.quote", "Close it"],
  ['"open', "search.quote", "open"],
  ['a"b"', "search.quote", "stands inside"],
  ['tag:a"', "search.quote", "stands inside"],
  ["“open", "search.quote", "Close it"],
  ["vertical:", "search.value", "Nothing stands behind"],
  ["total:>", "search.value", "Nothing stands behind"],
  ["total:many", "search.number", "none"],
  ["total:NaN", "search.number", "none"],
  ["spread:1e9", "search.number", "none"],
  ["stage:limbo", "search.stage", "inbox, screening"],
  ["decision:perhaps", "search.decision", "invest"],
  ["tag:>3", "search.operator", "write tag:3"],
  [
    Array(maxTerms + 1)
      .fill("a")
      .join(" "),
    "search.long",
    "at most",
  ],
])("%j is refused by %s", (line, code, words) => {
  const read = () => parseSearch(line, criteria);
  expect(read).toThrow(Problem);
  expect(read).toThrow(words);
  try {
    read();
  } catch (error) {
    expect(error).toMatchObject({ kind: "invalid", errors: [{ pointer: "#/q", code }] });
  }
});

test("law: what is printed reads as the same terms", () => {
  const value = fc.stringMatching(/^[a-z0-9法律]{1,6}( [a-z0-9]{1,4})?$/);
  const operator = fc.constantFrom(":", ">=", "<=", ">", "<") as fc.Arbitrary<
    SearchTerm & { kind: "figure" } extends { operator: infer O } ? O : never
  >;
  const term = fc.oneof(
    fc.record({ not: fc.boolean(), kind: fc.constant("text"), value }),
    fc.record({
      not: fc.boolean(),
      kind: fc.constant("fact"),
      key: fc.constantFrom("tag", "vertical", "owner"),
      value,
    }),
    fc.record({ not: fc.boolean(), kind: fc.constant("reviewer"), value }),
    fc.record({
      not: fc.boolean(),
      kind: fc.constant("field"),
      key: fc.constantFrom("city", "founded"),
      operator,
      value,
    }),
    fc.record({
      not: fc.boolean(),
      kind: fc.constant("figure"),
      key: fc.constantFrom("total", "habit"),
      operator,
      value: fc.nat(100),
    }),
  ) as fc.Arbitrary<SearchTerm>;
  fc.assert(
    fc.property(fc.array(term, { maxLength: 8 }), (terms) => {
      expect(parseSearch(printSearch(terms), criteria)).toEqual(terms);
    }),
  );
});

test("law: whatever is typed is read or refused in words", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab:"-><=“” 法1') }), (line) => {
      try {
        expect(parseSearch(line, criteria).length).toBeLessThanOrEqual(maxTerms);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    }),
  );
});
