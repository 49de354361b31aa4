import { type Counts, teamScore } from "../reviews/consensus.js";
import type { Weights } from "../rubrics/weights.js";
import { total, type Weighable } from "./total.js";

/** How a candidate stood in the team's ranking from a moment on. Whoever was not in it had no figures there. */
export interface Standing {
  at: Date;
  ranked: boolean;
  reviews: number;
  /** Six counts by criterion revision. */
  counts: Readonly<Record<string, Counts>>;
}

/** By what the team weighed from a moment on. */
export interface Measure {
  at: Date;
  version: number;
  criteria: readonly (Weighable & { revisionId: string })[];
  weights: Weights;
}

export const causeKinds = [
  "revealed",
  "returned",
  "left",
  "signed",
  "amended",
  "withdrawn",
  "recounted",
  "rubric",
] as const;
export type CauseKind = (typeof causeKinds)[number];

export interface Cause {
  kind: CauseKind;
  at: Date;
  /** In points of the total; null where there was no total before to differ from. */
  effect: number | null;
  /** The rubric version that came into force. */
  version: number | null;
}

export interface Change {
  before: number | null;
  after: number | null;
  /** after − before; null where either is missing. */
  delta: number | null;
  causes: Cause[];
}

/** What happened between two standings of one candidate. */
function kindOf(was: Standing | null, is: Standing, seen: boolean): CauseKind {
  if (!was?.ranked) return seen ? "returned" : "revealed";
  if (!is.ranked) return "left";
  const more = is.reviews - was.reviews;
  if (more === 0) return "amended";
  if (more === 1) return "signed";
  return more === -1 ? "withdrawn" : "recounted";
}

function totalOf(standing: Standing | null, measure: Measure | null): number | null {
  if (!standing?.ranked || !measure) return null;
  const scores = measure.criteria.map(({ key, revisionId }) => {
    const counts = standing.counts[revisionId];
    return [key, counts ? teamScore(counts) : null] as const;
  });
  return total(Object.fromEntries(scores), measure.criteria, measure.weights).total;
}

type Step = { at: Date; standing: Standing } | { at: Date; measure: Measure };

/** What came later stands later; a rubric comes before what was written at the same moment. */
function stepsOf(standings: readonly Standing[], measures: readonly Measure[]): Step[] {
  const steps: Step[] = [
    ...measures.map((measure) => ({ at: measure.at, measure })),
    ...standings.map((standing) => ({ at: standing.at, standing })),
  ];
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Going takes no points: what one returns with is compared with what one went with. */
function effectOf(now: number | null, last: number | null): number | null {
  if (last === null) return null;
  return now === null ? 0 : now - last;
}

/**
 * Why a candidate's total differs from what it was: each event in its turn, and by how much it moved the total.
 *
 *   effect = total after the event − the last total before it      Σ effects = after − before
 *
 * The sum is exact but for rounding (1e-9 an event). Events that moved nothing are left out. An event
 * without a total before it (the reveal) has no effect, and then the change has no delta. While a candidate is away
 * its last total waits: what it returns with is the effect of its return.
 *
 * Units: points of 100. `since` itself belongs to before. Standings and measures are given in ascending order of
 * time, from the last one before `since`. Errors: none.
 */
export function causesOf(
  standings: readonly Standing[],
  measures: readonly Measure[],
  since: Date,
): Change {
  let [standing, measure] = [null, null] as [Standing | null, Measure | null];
  let [before, now, last] = [null, null, null] as (number | null)[];
  let seen = false;
  const causes: Cause[] = [];
  for (const step of stepsOf(standings, measures)) {
    const [was, then] = [standing, now ?? null];
    if ("standing" in step) standing = step.standing;
    else measure = step.measure;
    now = totalOf(standing, measure);
    if (step.at <= since) before = now;
    else if (now !== then) {
      const kind = "standing" in step ? kindOf(was, step.standing, seen) : "rubric";
      const version = "measure" in step ? step.measure.version : null;
      causes.push({ kind, at: step.at, effect: effectOf(now, last ?? null), version });
    }
    seen ||= standing?.ranked ?? false;
    last = now ?? last;
  }
  return {
    before: before ?? null,
    after: now ?? null,
    delta: typeof before === "number" && typeof now === "number" ? now - before : null,
    causes,
  };
}
