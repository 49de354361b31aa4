import type { Candidate } from "../candidates/contract.js";
import type { GateKey } from "../rubrics/contract.js";
import { type Flag, flags, type GateState } from "./contract.js";
import type { TeamScores } from "./total.js";

/** What the gates look at. Reviews and trials are those that count for this viewer and scope. */
export type GateFacts = {
  scores: TeamScores;
  reviews: number;
  firstHandTrials: number;
} & Pick<
  Candidate,
  "thinWrapper" | "qualityNow" | "pathTo90" | "partners" | "regulatedBuyer" | "deployment"
>;

/** How a gate stands, and the numbers that its rule compared; a yes or no of the candidate is 1 or 0. */
export interface GateStanding {
  state: GateState;
  values: Record<string, number | null>;
}

export type GateStates = Record<GateKey, GateStanding>;

const median = (scores: TeamScores, key: string): number | null => scores[key]?.median ?? null;
const given = (text: string | null): number => Number((text ?? "").trim() !== "");

/** G1 (L396): medians of habit, pain, assistant. All ≥ 3: badge; any < 2: fail, though others be missing. */
function traits({ scores }: GateFacts): GateStanding {
  const values = {
    habit: median(scores, "habit"),
    pain: median(scores, "pain"),
    assistant: median(scores, "assistant"),
  };
  const medians = Object.values(values);
  const known = medians.filter((one) => one !== null);
  if (known.some((one) => one < 2)) return { state: "fail", values };
  if (known.length < medians.length) return { state: "unknown", values };
  return { state: known.every((one) => one >= 3) ? "pass" : "clear", values };
}

/** G2's rule: overrun ≥ 4 with flywheel ≤ 2, or a thin wrapper whatever the medians; without them it is not true. */
export const likelySubmerged = (
  overrun: number | null,
  flywheel: number | null,
  thinWrapper: boolean,
): boolean =>
  thinWrapper || (overrun !== null && flywheel !== null && overrun >= 4 && flywheel <= 2);

/** G2 (L27, L75, L296): overrun ≥ 4 with flywheel ≤ 2, or a thin wrapper whatever the scores. */
function submerged({ scores, thinWrapper }: GateFacts): GateStanding {
  const overrun = median(scores, "overrun");
  const flywheel = median(scores, "flywheel");
  const values = { overrun, flywheel, thinWrapper: Number(thinWrapper) };
  if (likelySubmerged(overrun, flywheel, thinWrapper)) return { state: "flag", values };
  return { state: overrun === null || flywheel === null ? "unknown" : "clear", values };
}

/** G3 (L391): assistant ≥ 2, else it sells a replacement. */
function replacement({ scores }: GateFacts): GateStanding {
  const assistant = median(scores, "assistant");
  const state = assistant === null ? "unknown" : assistant >= 2 ? "pass" : "fail";
  return { state, values: { assistant } };
}

/** G4 (L404): at least 3 counted reviews and at least 1 first-hand trial. */
const evidence = ({ reviews, firstHandTrials }: GateFacts): GateStanding => ({
  state: reviews >= 3 && firstHandTrials >= 1 ? "pass" : "unmet",
  values: { reviews, firstHandTrials },
});

/** G5 (L377, L422-424): quality now ≥ 60, a path to 90 and a paying or design partner. */
function sellable({ qualityNow, pathTo90, partners }: GateFacts): GateStanding {
  const values = { qualityNow, pathTo90: given(pathTo90), partners: given(partners) };
  const met = (qualityNow ?? 0) >= 60 && values.pathTo90 === 1 && values.partners === 1;
  return { state: met ? "pass" : "unmet", values };
}

/** G6 (L550-552, L571): a regulated buyer is not served over an API alone. */
function admissible({ regulatedBuyer, deployment }: GateFacts): GateStanding {
  const apiOnly = deployment === null ? null : Number(deployment === "api");
  const values = { regulatedBuyer: Number(regulatedBuyer), apiOnly };
  if (!regulatedBuyer || apiOnly === 0) return { state: "clear", values };
  return { state: apiOnly === null ? "unknown" : "flag", values };
}

/** G7 (L19, L639): spread ≥ 3 on any criterion. The value is the widest, null when nothing is scored. */
function split({ scores }: GateFacts): GateStanding {
  const spreads = Object.values(scores).flatMap((score) => (score ? [score.spread] : []));
  const spread = spreads.length > 0 ? Math.max(...spreads) : null;
  return { state: spread !== null && spread >= 3 ? "flag" : "clear", values: { spread } };
}

/**
 * How every gate stands. A gate never changes a total: it flags, says why, and binds only the decision.
 *
 * Units: medians and spread in levels 0-5 (medians in halves), quality in points 0-100, the rest counts.
 * A missing team score makes a rule "unknown" unless what is there decides it. Errors: none.
 * Source: docs/rubric.md, "Gates"; the minutes line of each stands above its rule.
 */
export const gateStates = (facts: GateFacts): GateStates => ({
  traits: traits(facts),
  submerged: submerged(facts),
  replacement: replacement(facts),
  evidence: evidence(facts),
  sellable: sellable(facts),
  admissible: admissible(facts),
  split: split(facts),
});

/**
 * The flags that a row of the ranking bears, in the contract's order (`recused` and `draft` are not ours).
 * `not-sellable` needs a quality below the gate or a gap beside a quality that was given: a quality that
 * nobody has entered yet is a missing datum, not a flag. `incomplete` needs a review: an unscored
 * candidate is not half scored.
 */
export function flagsOf(
  states: GateStates,
  { coverage, reviews }: { coverage: number; reviews: number },
): Flag[] {
  const { traits, submerged, replacement, evidence, sellable, admissible, split } = states;
  const borne: Partial<Record<Flag, boolean>> = {
    "three-traits": traits.state === "pass",
    "traits-fail": traits.state === "fail",
    submerged: submerged.state === "flag",
    replacement: replacement.state === "fail",
    provisional: evidence.state === "unmet",
    "not-sellable": sellable.state === "unmet" && sellable.values.qualityNow !== null,
    inadmissible: admissible.state === "flag",
    disagreement: split.state === "flag",
    incomplete: coverage < 1 && reviews > 0,
  };
  return flags.filter((flag) => borne[flag]);
}
