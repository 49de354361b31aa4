import fc from "fast-check";
import { Problem } from "../kernel/problem.js";
import { type Criterion, coreCriteria, type Preset, presetKeys } from "./contract.js";
import { heaviest, presetWeights, weightsOf } from "./weights.js";

const text = { en: "", zh: "" };

function criterion(key: string, weight: number): Criterion {
  return {
    key,
    weight,
    inverted: key === "overrun",
    revisionId: "0190a000-0000-7000-8000-000000000000",
    revision: 1,
    name: text,
    short: text,
    question: text,
    anchors: [],
    questions: [],
    citations: [],
    references: [],
  };
}

const presets: Preset[] = presetKeys.map((key) => ({
  key,
  name: text,
  why: text,
  weights: presetWeights[key],
}));
const core = coreCriteria.map((key) => criterion(key, presetWeights.balanced[key]));
const rubric = { criteria: core, presets };

function refusal(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return { kind: error.kind, ...error.errors?.[0] };
    throw error;
  }
  return null;
}

test("every preset sums to 100", () => {
  for (const key of presetKeys)
    expect(Object.values(presetWeights[key]).reduce((a, b) => a + b)).toBe(100);
});

test.each(presetKeys)("the preset %s by its name", (preset) => {
  expect(weightsOf(rubric, { preset })).toEqual({ preset, weights: presetWeights[preset] });
});

test("nothing chosen: the rubric's own weights, which are the balanced ones", () => {
  expect(weightsOf(rubric, {})).toEqual({ preset: "balanced", weights: presetWeights.balanced });
});

test("nothing chosen in a rubric of its own mind: no preset's name", () => {
  const own = { presets, criteria: core.map((one) => ({ ...one, weight: 20 })) };
  expect(weightsOf(own, {})).toEqual({
    preset: null,
    weights: { habit: 20, pain: 20, assistant: 20, flywheel: 20, overrun: 20 },
  });
  expect(weightsOf({ criteria: core, presets: [] }, {}).preset).toBeNull();
});

test("a criterion of the team's own weighs 0 in a preset", () => {
  const wider = { presets, criteria: [...core, criterion("founders", 10)] };
  expect(weightsOf(wider, { preset: "long" }).weights).toEqual({
    ...presetWeights.long,
    founders: 0,
  });
  expect(weightsOf(wider, {})).toEqual({
    preset: null,
    weights: { ...presetWeights.balanced, founders: 10 },
  });
});

test("a list stands in the rubric's order of criteria", () => {
  const backwards = { presets, criteria: [...core].reverse() };
  expect(weightsOf(backwards, { weights: [1, 2, 3, 4, 5] })).toEqual({
    preset: null,
    weights: { overrun: 1, flywheel: 2, assistant: 3, pain: 4, habit: 5 },
  });
});

test("a list that happens to equal a preset stays the member's own", () => {
  expect(weightsOf(rubric, { weights: [20, 20, 15, 20, 25] }).preset).toBeNull();
});

test.each([[[]], [[1, 2, 3, 4]], [[1, 2, 3, 4, 5, 6]]])(
  "a list of another length: %p",
  (weights) => {
    expect(refusal(() => weightsOf(rubric, { weights }))).toEqual({
      kind: "invalid",
      pointer: "#/weights",
      code: "ranking.weights_count",
      message: expect.stringContaining("Give 5 weights"),
    });
  },
);

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, heaviest + 1])("%p is no weight", (odd) => {
  expect(refusal(() => weightsOf(rubric, { weights: [odd, 1, 1, 1, 1] }))).toMatchObject({
    pointer: "#/weights",
    code: "ranking.weights_range",
  });
});

test("0 and the heaviest are weights", () => {
  expect(refusal(() => weightsOf(rubric, { weights: [0, heaviest, 0, 0, 0] }))).toBeNull();
});

test("a preset and a list at once are refused", () => {
  const both = { preset: "short", weights: [1, 1, 1, 1, 1] } as const;
  expect(refusal(() => weightsOf(rubric, both))).toMatchObject({
    kind: "invalid",
    pointer: "#/weights",
    code: "ranking.weights_or_preset",
  });
});

test("a preset that the rubric lacks is refused", () => {
  const bare = { criteria: core, presets: [] };
  expect(refusal(() => weightsOf(bare, { preset: "short" }))).toMatchObject({
    pointer: "#/preset",
    code: "ranking.preset_unknown",
  });
});

test("law: whatever is chosen, every criterion has one weight, in the rubric's order", () => {
  const list = fc.array(fc.nat(100), { minLength: 5, maxLength: 5 });
  const choice = fc.oneof(
    fc.record({ preset: fc.constantFrom(...presetKeys) }),
    fc.record({ weights: list }),
    fc.constant({}),
  );
  fc.assert(
    fc.property(choice, (chosen) => {
      expect(Object.keys(weightsOf(rubric, chosen).weights)).toEqual([...coreCriteria]);
    }),
  );
});
