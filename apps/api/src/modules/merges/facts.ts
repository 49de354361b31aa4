import { isDeepStrictEqual } from "node:util";
import { type Candidate, CandidatePatch } from "@highwater/shared/candidates/contract";
import type { FieldValues } from "@highwater/shared/fields/contract";
import type { Merge as Row } from "../../generated/prisma/client.js";

/** Of the chosen facts those that are others than before; team fields one by one. */
export function changed({ fields, ...facts }: CandidatePatch, into: Candidate): CandidatePatch {
  const differing = (chosen: object, current: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(chosen).filter(
        ([key, value]) => value !== undefined && !isDeepStrictEqual(value, current[key] ?? null),
      ),
    );
  const own = differing(fields ?? {}, into.fields);
  return CandidatePatch.parse({
    ...differing(facts, into),
    ...(Object.keys(own).length > 0 ? { fields: own } : {}),
  });
}

/** What stood where the patch writes. */
export function asBefore({ fields, ...facts }: CandidatePatch, into: Candidate): CandidatePatch {
  const of = (chosen: object, current: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(chosen).map((key) => [key, current[key] ?? null]));
  return {
    ...of(facts, into),
    ...(fields ? { fields: of(fields, into.fields) as FieldValues } : {}),
  };
}

/** Facts that are still as the merge left them go back; others stay and are named. */
export function wayBack(row: Pick<Row, "before" | "after">, into: Candidate) {
  const { fields: ownBefore = {}, ...before } = CandidatePatch.parse(row.before);
  const { fields: ownAfter = {}, ...after } = CandidatePatch.parse(row.after);
  const untouched = (written: Record<string, unknown>, current: Record<string, unknown>) =>
    Object.keys(written).filter((key) =>
      isDeepStrictEqual(written[key] ?? null, current[key] ?? null),
    );
  const pick = (values: Record<string, unknown>, keys: string[]) =>
    Object.fromEntries(keys.map((key) => [key, values[key] ?? null]));
  const [facts, own] = [untouched(after, into), untouched(ownAfter, into.fields)];
  const patch: CandidatePatch = {
    ...pick(before, facts),
    ...(own.length > 0 ? { fields: pick(ownBefore, own) as FieldValues } : {}),
  };
  const kept = [
    ...Object.keys(after).filter((key) => !facts.includes(key)),
    ...Object.keys(ownAfter).flatMap((key) => (own.includes(key) ? [] : `fields.${key}`)),
  ];
  return { patch, kept };
}
