import { likelySubmerged } from "../ranking/gates.js";
import { rank } from "../ranking/rank.js";
import { roundTotal, total, type Weighable } from "../ranking/total.js";
import type { TeamScore } from "../reviews/contract.js";
import type { Weights } from "../rubrics/weights.js";
import {
  type Clock,
  type Exposure,
  exposure,
  headroomTaken,
  type Reached,
  type Tide,
} from "./exposure.js";

type Figure = Pick<TeamScore, "mean" | "median">;

/** A candidate as the projection sees it, in the server's order. */
export interface Afloat extends Reached {
  id: string;
  thinWrapper: boolean;
  scores: Readonly<Record<string, Figure | null>>;
}

export const worstRisk = 5;
export const waterLine = 4;
export const longestClock = 120;

/**
 * The risk of being overrun under an exposure.
 *
 *   C5′ = C5 + (5 − C5) · E
 *
 * Units: levels 0-5 rounded to 1e-9, E 0-1. E = 0 gives C5 itself, to the bit; 5 stays 5. Errors: none.
 * Source: docs/tide.md, "Projected risk".
 */
export const projectedRisk = (risk: number, share: number): number =>
  share === 0 ? risk : Math.min(worstRisk, roundTotal(risk + (worstRisk - risk) * share));

/** C5′ of the median ≥ 4. */
export const isSubmerged = (median: number | null): boolean =>
  median !== null && median >= waterLine;

/** Where a candidate stands to the water: submerged, and gate G2, by the medians of a moment. */
const standing = (overrun: number | null, { scores, thinWrapper }: Afloat) => ({
  submerged: isSubmerged(overrun),
  gate: likelySubmerged(overrun, scores["flywheel"]?.median ?? null, thinWrapper),
});

/** Becoming submerged, or G2 newly true, from one exposure to a greater one. */
export function crosses(candidate: Afloat, before: number, after: number): boolean {
  const median = candidate.scores["overrun"]?.median ?? null;
  if (median === null) return false;
  const [was, is] = [before, after].map((share) =>
    standing(projectedRisk(median, share), candidate),
  );
  if (!was || !is) return false;
  return (is.submerged && !was.submerged) || (is.gate && !was.gate);
}

/**
 * The first month of the clock at which a candidate is submerged, its releases counted from the start.
 *
 *   need = 1 − 1 / ((5 − C5) · Π_r (1 − p_r·e_r))      m = ⌈−period · log_base(1 − need / S)⌉
 *
 * with S the exposure to the clock at the end of time. Whole months 0-120; 0 when submerged already, null when
 * not within 120 months or unscored. Errors: none. Source: docs/tide.md, "Months to submersion".
 */
export function monthsToSubmersion(
  median: number | null,
  { releases, most }: Pick<Exposure, "releases" | "most">,
  { base, period }: Omit<Clock, "months">,
): number | null {
  if (median === null) return null;
  const under = (months: number) => {
    const clock = most * headroomTaken({ months, base, period });
    return isSubmerged(projectedRisk(median, 1 - (1 - clock) * (1 - releases)));
  };
  if (under(0)) return 0;
  if (!under(longestClock)) return null;
  const need = 1 - (worstRisk - waterLine) / ((worstRisk - median) * (1 - releases));
  const guess = Math.ceil((-period * Math.log(1 - need / most)) / Math.log(base));
  let month = Math.min(longestClock, Math.max(1, guess));
  while (month > 1 && under(month - 1)) month--;
  while (!under(month)) month++;
  return month;
}

export interface Projected {
  id: string;
  risk: number | null;
  projectedRisk: number | null;
  median: number | null;
  projectedMedian: number | null;
  exposure: number;
  total: number | null;
  projectedTotal: number | null;
  rank: number | null;
  projectedRank: number | null;
  submerged: boolean;
  wasSubmerged: boolean;
  crosses: boolean;
  months: number | null;
  unconfirmed: number;
}

/** So many candidates between two words on how far it has come. */
const aTime = 250;

interface Rubric {
  criteria: readonly Weighable[];
  weights: Weights;
}

/**
 * What a scenario does to a ranking: exposure, C5′ of mean and median, total and rank by C5′ of the mean,
 * submersion. Candidates come in the server's order, which breaks ties, and are answered in that order.
 *
 * Units and ranges: those of `exposure`, `projectedRisk`, `total` and `rank`. Nothing is written, and the human
 * figures are answered as they came. `tell` hears now and then what share of them is done. Errors: none. Source:
 * docs/tide.md.
 */
export function projection(
  candidates: readonly Afloat[],
  tide: Tide,
  clock: Clock,
  rubric: Rubric,
  tell: (share: number) => void = () => {},
): Projected[] {
  const rows = candidates.map((candidate, at) => {
    if (at > 0 && at % aTime === 0) tell(at / candidates.length);
    return project(candidate, tide, clock, rubric);
  });
  const now = ranksOf(rows.map(({ id, total }) => ({ id, total })));
  const then = ranksOf(rows.map(({ id, projectedTotal }) => ({ id, total: projectedTotal })));
  return rows.map((row) => ({
    ...row,
    rank: now.get(row.id) ?? null,
    projectedRank: then.get(row.id) ?? null,
  }));
}

const ranksOf = (rows: readonly { id: string; total: number | null }[]) =>
  new Map(rank(rows).map(({ id, rank }) => [id, rank]));

function project(
  candidate: Afloat,
  tide: Tide,
  clock: Clock,
  { criteria, weights }: Rubric,
): Omit<Projected, "rank" | "projectedRank"> {
  const reached = exposure(candidate, tide);
  const { exposure: share, unconfirmed } = reached;
  const overrun = candidate.scores["overrun"] ?? null;
  const after = overrun && {
    mean: projectedRisk(overrun.mean, share),
    median: projectedRisk(overrun.median, share),
  };
  const changed = { ...candidate.scores, overrun: after };
  return {
    id: candidate.id,
    risk: overrun?.mean ?? null,
    projectedRisk: after?.mean ?? null,
    median: overrun?.median ?? null,
    projectedMedian: after?.median ?? null,
    exposure: share,
    total: total(candidate.scores, criteria, weights).total,
    projectedTotal: total(changed, criteria, weights).total,
    submerged: isSubmerged(after?.median ?? null),
    wasSubmerged: isSubmerged(overrun?.median ?? null),
    crosses: crosses(candidate, 0, share),
    months: monthsToSubmersion(overrun?.median ?? null, reached, clock),
    unconfirmed,
  };
}

/**
 * Submerged ÷ scored: how much of the portfolio is at risk.
 *
 * Units: a share 0-1, null when nothing is scored on overrun. Errors: none. Source: docs/tide.md (minutes L67
 * asks whether it becomes 90 %).
 */
export function shareAtRisk(rows: readonly Pick<Projected, "median" | "submerged">[]) {
  const scored = rows.filter(({ median }) => median !== null);
  if (scored.length === 0) return null;
  return scored.filter(({ submerged }) => submerged).length / scored.length;
}
