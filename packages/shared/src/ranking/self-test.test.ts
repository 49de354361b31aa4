import fc from "fast-check";
import { coreCriteria } from "../rubrics/contract.js";
import { presetWeights } from "../rubrics/weights.js";
import { expectations, type ReferenceCase, referenceCases } from "./reference.js";
import { type Judged, judge } from "./self-test.js";

const criteria = coreCriteria.map((key) => ({ key, inverted: key === "overrun" }));
const weightsOf = (preset: keyof typeof presetWeights) =>
  coreCriteria.map((key) => presetWeights[preset][key]);
const most = 100;
const about = (judged: readonly Judged[], upper: string, lower: string) =>
  judged.find((one) => one.upper === upper && one.lower === lower) as Judged;
const rescored = (key: string, levels: readonly number[]): ReferenceCase[] =>
  referenceCases.map((one) =>
    one.key === key
      ? {
          ...one,
          scores: Object.fromEntries(
            coreCriteria.map((criterion, at) => [criterion, levels[at]]),
          ) as ReferenceCase["scores"],
        }
      : one,
  );
const value = (one: ReferenceCase, at: number) => {
  const key = coreCriteria[at] as (typeof coreCriteria)[number];
  return key === "overrun" ? 1 - one.scores[key] / 5 : one.scores[key] / 5;
};
const totalOf = (one: ReferenceCase, weights: readonly number[]) =>
  (100 * weights.reduce((sum, w, at) => sum + w * value(one, at), 0)) /
  weights.reduce((sum, w) => sum + w, 0);
const caseOf = (cases: readonly ReferenceCase[], key: string) =>
  cases.find((one) => one.key === key) as ReferenceCase;

const red = (judged: readonly Judged[]) =>
  judged.filter(({ state }) => state !== "always" && state !== "holds");

test("balanced and long-term break nothing; short-term ties what only the long pair tells apart", () => {
  for (const preset of ["balanced", "long"] as const)
    expect(red(judge(referenceCases, criteria, weightsOf(preset), most))).toEqual([]);
  expect(red(judge(referenceCases, criteria, weightsOf("short"), most))).toMatchObject([
    { upper: "ride-hailing", lower: "input-method", state: "tied" },
  ]);
  const balanced = judge(referenceCases, criteria, weightsOf("balanced"), most);
  expect(about(balanced, "notion-ai", "langchain")).toMatchObject({ state: "always", flip: null });
  expect(about(balanced, "notion-ai", "langchain").margin).toBeCloseTo(33, 9);
});

test("weights that put LangChain above Notion AI turn it red, with what carries it", () => {
  // Read so: LangChain solves the sharper pain, and everything else as before.
  const cases = rescored("langchain", [3, 5, 3, 1, 5]);
  const judged = about(judge(cases, criteria, [1, 97, 1, 1, 0], most), "notion-ai", "langchain");
  expect(judged.state).toBe("broken");
  expect(judged.margin).toBeLessThan(0);
  expect(judged.carrier?.criterion).toBe("pain");
  expect(judged.flip).not.toBeNull();
});

test("all weight on being an assistant lets shallow front ends rise", () => {
  const judged = judge(referenceCases, criteria, [0, 0, 1, 0, 0], most);
  expect(about(judged, "typeface", "jasper").state).toBe("broken");
  expect(about(judged, "fine-tuning", "copy-ai").state).toBe("broken");
  expect(about(judged, "biotech", "jasper").state).toBe("tied");
});

const levels = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 });
const anyWeights = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 })
  .filter((list) => list.some((weight) => weight > 0));

test("red exactly where the total of the upper is not above the lower's, whatever the scores and weights", () => {
  fc.assert(
    fc.property(
      levels,
      anyWeights,
      fc.constantFrom(...referenceCases),
      (given, weights, { key }) => {
        const cases = rescored(key, given);
        for (const { upper, lower, margin, state } of judge(cases, criteria, weights, most)) {
          const lead =
            totalOf(caseOf(cases, upper), weights) - totalOf(caseOf(cases, lower), weights);
          expect(margin).toBeCloseTo(lead, 7);
          if (Math.abs(lead) > 1e-7) expect(["always", "holds"].includes(state)).toBe(lead > 0);
        }
      },
    ),
  );
});

test("what holds always is broken by no weights", () => {
  fc.assert(
    fc.property(levels, anyWeights, anyWeights, (given, weights, others) => {
      const cases = rescored("langchain", given);
      const firm = judge(cases, criteria, weights, most).filter(({ state }) => state === "always");
      const then = judge(cases, criteria, others, most);
      for (const { upper, lower } of firm)
        expect(about(then, upper, lower).margin).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("just beyond the weight that is named it turns round, as on a fine grid", () => {
  fc.assert(
    fc.property(anyWeights, (weights) => {
      for (const { upper, lower, flip, margin } of judge(referenceCases, criteria, weights, most)) {
        if (!flip || margin === 0 || margin === null) continue;
        const at = coreCriteria.indexOf(flip.criterion as (typeof coreCriteria)[number]);
        const lead = (weight: number) => {
          const changed = weights.with(at, weight);
          return (
            totalOf(caseOf(referenceCases, upper), changed) -
            totalOf(caseOf(referenceCases, lower), changed)
          );
        };
        const beyond = flip.weight + (flip.way === "up" ? 1e-3 : -1e-3);
        expect(Math.sign(lead(beyond))).toBe(-Math.sign(margin));
      }
    }),
  );
});

test("a rubric of other criteria is judged on those it has, and one of none on nothing", () => {
  const part = criteria.filter(({ key }) => key === "overrun");
  const own = [...part, { key: "team-strength", inverted: false }];
  const judged = judge(referenceCases, own, [25, 50], most);
  expect(about(judged, "notion-ai", "langchain")).toMatchObject({ state: "always" });
  const strange = judge(referenceCases, [{ key: "team-strength", inverted: false }], [1], most);
  expect(strange.map(({ state }) => state)).toEqual(expectations.map(() => "unknown"));
});
