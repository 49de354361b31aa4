import { invalid } from "../kernel/problem.js";
import type { CoreCriterion, PresetKey, Rubric } from "./contract.js";

/** One number of 0 or more a criterion. Only proportions matter: doubling all changes nothing. */
export type Weights = Readonly<Record<string, number>>;

/** No weight goes above this, so that no sum of weights leaves the range of exact arithmetic. */
export const heaviest = 1_000_000;

/** The presets of the core criteria. Source: docs/rubric.md, "The total" (minutes L385, L400; short trio 55, long pair 45). */
export const presetWeights: Readonly<Record<PresetKey, Readonly<Record<CoreCriterion, number>>>> = {
  balanced: { habit: 20, pain: 20, assistant: 15, flywheel: 20, overrun: 25 },
  short: { habit: 30, pain: 30, assistant: 20, flywheel: 10, overrun: 10 },
  long: { habit: 10, pain: 15, assistant: 10, flywheel: 30, overrun: 35 },
};

type Weighed = Pick<Rubric, "criteria" | "presets">;

interface Choice {
  preset?: PresetKey | undefined;
  weights?: readonly number[] | undefined;
}

interface Chosen {
  preset: PresetKey | null;
  weights: Weights;
}

const byCriterion = (rubric: Weighed, weigh: (key: string, index: number) => number): Weights =>
  Object.fromEntries(rubric.criteria.map(({ key }, index) => [key, weigh(key, index)]));

/** The weights of a preset over this rubric's criteria, or null where the rubric has no such preset. */
function presetOf(rubric: Weighed, key: PresetKey): Weights | null {
  const preset = rubric.presets.find((one) => one.key === key);
  return preset ? byCriterion(rubric, (criterion) => preset.weights[criterion] ?? 0) : null;
}

function own(rubric: Weighed): Chosen {
  const weights = byCriterion(rubric, (_, index) => rubric.criteria[index]?.weight ?? 0);
  const balanced = presetOf(rubric, "balanced");
  const same = balanced && rubric.criteria.every(({ key }) => balanced[key] === weights[key]);
  return { preset: same ? "balanced" : null, weights };
}

function listed(rubric: Weighed, list: readonly number[]): Chosen {
  const wanted = rubric.criteria.length;
  if (list.length !== wanted)
    throw invalid(
      "#/weights",
      "ranking.weights_count",
      `Give ${wanted} weights, one a criterion in the rubric's order; there are ${list.length}.`,
    );
  if (!list.every((weight) => weight >= 0 && weight <= heaviest))
    throw invalid("#/weights", "ranking.weights_range", `Give weights from 0 to ${heaviest}.`);
  return { preset: null, weights: byCriterion(rubric, (_, index) => list[index] ?? 0) };
}

/**
 * The weights that a choice means under a rubric, with the preset's name where there is one.
 *
 *   preset → that preset (a criterion which it doesn't name weighs 0)
 *   list → by the rubric's order of criteria, preset null
 *   neither → the rubric's own; "balanced" where each equals that preset's
 *
 * Units: none, only proportions count. Range: 0 to `heaviest`. Errors: Problem "invalid" when both are
 * given, the rubric lacks the preset, the list has another length or a weight out of range.
 * Source: docs/rubric.md, "The total".
 */
export function weightsOf(rubric: Weighed, choice: Choice): Chosen {
  const { preset, weights: list } = choice;
  if (preset !== undefined && list !== undefined)
    throw invalid("#/weights", "ranking.weights_or_preset", "Give a preset or weights, not both.");
  if (list !== undefined) return listed(rubric, list);
  if (preset === undefined) return own(rubric);
  const weights = presetOf(rubric, preset);
  if (!weights)
    throw invalid("#/preset", "ranking.preset_unknown", "Choose a preset that the rubric has.");
  return { preset, weights };
}
