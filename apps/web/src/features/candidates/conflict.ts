import type { Candidate, CandidateInput } from "@highwater/shared/candidates/contract";
import type { FieldValues } from "@highwater/shared/fields/contract";
import {
  changesFrom,
  type FactKey,
  type Facts,
  type FormValues,
  same,
  toInput,
  toValues,
} from "./form-values";

/** A field that both changed, to different ends. */
export interface Clash {
  key: FactKey;
  mine: unknown;
  theirs: unknown;
}

export interface Divergence {
  clashes: Clash[];
  /** What only they changed: taken in without asking. */
  taken: FactKey[];
}

/** How one's own edit and the version saved meanwhile differ from the version both began with. */
export function diverge(base: Facts, values: FormValues, theirs: Candidate): Divergence {
  const mine = changesFrom(base, values);
  const other = changesFrom(base, toValues(theirs));
  const keys = Object.keys(other) as FactKey[];
  const both = keys.filter((key) => key in mine);
  return {
    clashes: both
      .filter((key) => (key === "fields" ? crossed(mine, other) : !same(mine[key], other[key])))
      .map((key) => ({ key, mine: mine[key], theirs: other[key] })),
    taken: keys.filter((key) => !(key in mine)),
  };
}

type Fielded = { fields?: FieldValues | undefined };

/** Edits of different team fields stand beside each other; of one and the same they clash. */
const crossed = ({ fields: mine = {} }: Fielded, { fields: theirs = {} }: Fielded) =>
  Object.keys(mine).some((key) => key in theirs && !same(mine[key], theirs[key]));

export type Choice = "mine" | "theirs";

/** The form after the choices: their version, with one's own edits where they were kept. */
export function resolve(
  base: Facts,
  values: FormValues,
  theirs: Candidate,
  choices: Readonly<Partial<Record<FactKey, Choice>>>,
): FormValues {
  const mine = changesFrom(base, values);
  const kept = Object.entries(mine).filter(([key]) => choices[key as FactKey] !== "theirs");
  const merged = { ...toInput(toValues(theirs)), ...Object.fromEntries(kept) } as CandidateInput;
  const other = changesFrom(base, toValues(theirs)).fields ?? {};
  const [under, over] = choices.fields === "theirs" ? [mine.fields, other] : [other, mine.fields];
  return toValues({ ...merged, fields: { ...base.fields, ...under, ...over } } as Facts);
}
