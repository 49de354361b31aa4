import type { Candidate, CandidatePatch } from "@highwater/shared/candidates/contract";
import { CandidatePatch as Patch } from "@highwater/shared/candidates/contract";

export type Side = "from" | "into";
/** A fact, or `fields.` and the key of a team field. */
export type FactKey = keyof CandidatePatch | `fields.${string}`;
export interface Difference {
  key: FactKey;
  from: unknown;
  into: unknown;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const empty = (value: unknown) =>
  value === null || value === undefined || value === false || same(value, []);

const flat = (candidate: Candidate): Partial<Record<FactKey, unknown>> => ({
  ...Object.fromEntries(
    Object.keys(Patch.shape)
      .filter((key) => key !== "fields")
      .map((key) => [key, candidate[key as keyof Candidate]]),
  ),
  ...Object.fromEntries(
    Object.entries(candidate.fields).map(([key, value]) => [`fields.${key}`, value]),
  ),
});

/** What the two say differently, and what both say alike. */
export function compare(from: Candidate, into: Candidate) {
  const [a, b] = [flat(from), flat(into)];
  const keys = [...new Set([...Object.keys(b), ...Object.keys(a)])] as FactKey[];
  const differing = keys.filter((key) => !same(a[key], b[key]));
  const equal = keys.filter((key) => same(a[key], b[key]) && !empty(a[key]));
  return {
    differing: differing.map((key): Difference => ({ key, from: a[key], into: b[key] })),
    equal: equal.map((key): Difference => ({ key, from: a[key], into: b[key] })),
  };
}

/** Until somebody chooses: what the one that stays says, unless it says nothing. */
export const proposed = ({ into }: Difference): Side => (empty(into) ? "from" : "into");

export function chosenFacts(
  differing: readonly Difference[],
  choices: Readonly<Record<string, Side>>,
): CandidatePatch {
  const taken = differing.filter((one) => (choices[one.key] ?? proposed(one)) === "from");
  const own = taken.filter(({ key }) => key.startsWith("fields."));
  const facts = taken.filter(({ key }) => !key.startsWith("fields."));
  return Patch.parse({
    ...Object.fromEntries(facts.map(({ key, from }) => [key, from])),
    ...(own.length > 0
      ? {
          fields: Object.fromEntries(
            own.map(({ key, from }) => [key.slice("fields.".length), from ?? null]),
          ),
        }
      : {}),
  });
}
