import { type CoreCriterion, coreCriteria } from "../rubrics/contract.js";
import { columnsOf, scoreColumns } from "./columns.js";
import { type Flip, flipsOf } from "./flips.js";
import { type Expectation, expectations, type ReferenceCase } from "./reference.js";
import type { Weighable } from "./total.js";

export interface Judged extends Expectation {
  /** Points by which the upper one leads; below 0 it trails; null where one of them has no total. */
  margin: number | null;
  /**
   * `always`: no weights of 0 or more could turn it round, since the upper one is nowhere worse; `holds`; `tied`;
   * `broken`; `unknown` where the rubric weighs nothing that the cases are scored on.
   */
  state: "always" | "holds" | "tied" | "broken" | "unknown";
  /** What carries the difference most, for whichever leads, and by how many points. */
  carrier: { criterion: string; points: number } | null;
  /** The smallest change of one weight that turns it round: breaks what holds, mends what is broken. */
  flip: Flip | null;
}

const isCore = (key: string): key is CoreCriterion =>
  (coreCriteria as readonly string[]).includes(key);

/**
 * Holds a rubric's weights against what the reference cases taught.
 *
 *   margin = total(upper) − total(lower)    points of a criterion = 100 · w · (u_upper − u_lower) / Σ w
 *
 * over the criteria on which the cases are scored; u = level / 5, or 1 − level / 5 of a risk. An expectation holds
 * where margin > 0. The flip is that of `flipsOf`, in closed form.
 *
 * Units: points of 100; weights as given, in the order of `criteria`, flips up to `most`. Errors: RangeError where an
 * expectation names a case that isn't there. Source: docs/lab.md, "Self-test of the rubric"; minutes L27-L75.
 */
export function judge(
  cases: readonly ReferenceCase[],
  criteria: readonly Weighable[],
  weights: readonly number[],
  most: number,
): Judged[] {
  const counted = criteria.map(({ key }) => ({
    n: cases.map(() => Number(isCore(key))),
    sum: cases.map(({ scores }) => (isCore(key) ? scores[key] : 0)),
  }));
  const columns = columnsOf(cases.length, criteria, counted);
  const totals = scoreColumns(columns, weights);
  const weighed = criteria.reduce(
    (sum, { key }, at) => sum + (isCore(key) ? (weights[at] ?? 0) : 0),
    0,
  );
  return expectations.map((expectation) => {
    const [upper, lower] = [expectation.upper, expectation.lower].map((key) => {
      const row = cases.findIndex((one) => one.key === key);
      if (row < 0) throw new RangeError(`There is no reference case ${key}.`);
      return row;
    }) as [number, number];
    const difference = (totals[upper] as number) - (totals[lower] as number);
    if (Number.isNaN(difference))
      return { ...expectation, margin: null, state: "unknown", carrier: null, flip: null };
    const leads = columns.values.map((column) => (column[upper] ?? 0) - (column[lower] ?? 0));
    const points = leads.map((lead, at) => (100 * (weights[at] ?? 0) * lead) / weighed);
    const sign = difference < 0 ? -1 : 1;
    const best = points.reduce(
      (best, one, at) => (sign * one > sign * (points[best] ?? 0) ? at : best),
      0,
    );
    const [ahead, behind] = difference < 0 ? [lower, upper] : [upper, lower];
    const always = difference > 0 && leads.every((lead) => lead >= 0);
    return {
      ...expectation,
      margin: difference,
      state: always ? "always" : difference > 0 ? "holds" : difference < 0 ? "broken" : "tied",
      carrier: points[best]
        ? { criterion: criteria[best]?.key ?? "", points: Math.abs(points[best]) }
        : null,
      flip: always ? null : (flipsOf(columns, ahead, behind, { weights, most })[0] ?? null),
    };
  });
}
