import type { Candidate, CandidateInput } from "@highwater/shared/candidates/contract";
import type { FieldValues } from "@highwater/shared/fields/contract";

export interface ScenarioValues {
  key: string;
  name: string;
  frequency: string | null;
  saving: string;
}

export interface PersonValues {
  key: string;
  name: string;
  role: string;
  link: string;
  knownBy: string;
}

const texts = [
  "website",
  "thesis",
  "problem",
  "description",
  "interface",
  "vertical",
  "buyer",
  "pathTo90",
  "partners",
  "overlookedInsight",
  "source",
  "notes",
] as const;
const choices = [
  "kind",
  "market",
  "deployment",
  "positioning",
  "modelStrategy",
  "ownerId",
] as const;
const marks = ["regulatedBuyer", "thinWrapper", "confidential"] as const;

type TextField = (typeof texts)[number];
type ChoiceField = (typeof choices)[number];
type MarkField = (typeof marks)[number];

/** What the form holds: every empty text is "", every empty choice null. */
export type FormValues = { name: string } & Record<TextField, string> &
  Record<ChoiceField, string | null> &
  Record<MarkField, boolean> & {
    tags: string[];
    moats: string[];
    qualityNow: number | "";
    painScenarios: ScenarioValues[];
    people: PersonValues[];
    /** The team's own fields; what can't be read yet stands as it was typed. */
    fields: FieldValues;
  };

/** The facts of a candidate, as the form edits them: of an entered one, or none yet. */
export type Facts = Partial<Candidate>;

let rows = 0;
/** React's key of a repeated row, never sent; unlike any in a draft of an earlier visit. */
const rowKey = () => `${Date.now().toString(36)}-${++rows}`;

export const emptyScenario = (): ScenarioValues => ({
  key: rowKey(),
  name: "",
  frequency: null,
  saving: "",
});

export const emptyPerson = (): PersonValues => ({
  key: rowKey(),
  name: "",
  role: "",
  link: "",
  knownBy: "",
});

const pick = <K extends string, T>(keys: readonly K[], of: (key: K) => T) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, T>;

export function toValues(facts: Facts): FormValues {
  return {
    name: facts.name ?? "",
    ...pick(texts, (key) => facts[key] ?? ""),
    ...pick(choices, (key) => facts[key] ?? null),
    ...pick(marks, (key) => facts[key] ?? false),
    tags: facts.tags ?? [],
    moats: facts.moats ?? [],
    qualityNow: facts.qualityNow ?? "",
    painScenarios: (facts.painScenarios ?? []).map((one) => ({
      key: rowKey(),
      name: one.name,
      frequency: one.frequency,
      saving: one.saving ?? "",
    })),
    people: (facts.people ?? []).map((one) => ({
      key: rowKey(),
      name: one.name,
      role: one.role ?? "",
      link: one.link ?? "",
      knownBy: one.knownBy ?? "",
    })),
    fields: given(facts.fields ?? {}),
  };
}

const given = (fields: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const orNull = (text: string): string | null => (text.trim() === "" ? null : text);
const address = (text: string): string | null => {
  const typed = text.trim();
  if (typed === "") return null;
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
};
const anyText = (row: object): boolean =>
  Object.entries(row).some(([key, value]) => key !== "key" && (value ?? "") !== "");

/** Rows with nothing in them are dropped; so a pointer of the server counts the rows that were sent. */
export const sentRows = <T extends object>(list: readonly T[]): T[] => list.filter(anyText);

/** The form's values as the API takes them; what can't be valid is left for its rules to refuse. */
export function toInput(values: FormValues): CandidateInput {
  return {
    name: values.name.trim(),
    ...pick(texts, (key) => orNull(values[key])),
    website: address(values.website),
    ...pick(choices, (key) => values[key]),
    ...pick(marks, (key) => values[key]),
    tags: values.tags,
    moats: values.moats,
    qualityNow: values.qualityNow === "" ? null : values.qualityNow,
    painScenarios: sentRows(values.painScenarios).map(({ name, frequency, saving }) => ({
      name: name.trim(),
      frequency,
      saving: orNull(saving),
    })),
    people: sentRows(values.people).map(({ name, role, link, knownBy }) => ({
      name: name.trim(),
      role: orNull(role),
      link: address(link),
      knownBy: orNull(knownBy),
    })),
    fields: given(values.fields),
  } as CandidateInput;
}

export type FactKey = keyof CandidateInput;

/** Equality of plain data, blind to the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]))
  );
}

const normal = (facts: Facts): CandidateInput => toInput(toValues(facts));

/** What differs from where the edit began: the only thing that is sent. */
export function changesFrom(base: Facts, values: FormValues): Partial<CandidateInput> {
  const before = normal(base);
  const entries = Object.entries(toInput(values)) as [FactKey, never][];
  const changed: Partial<CandidateInput> = Object.fromEntries(
    entries.filter(([key, value]) => !same(value, before[key])),
  );
  return changed.fields
    ? { ...changed, fields: fieldChanges(before.fields ?? {}, changed.fields) }
    : changed;
}

/** Team fields are sent one by one: those that changed, null where one was emptied. */
function fieldChanges(before: FieldValues, now: FieldValues): FieldValues {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(
    keys.flatMap((key) => (same(before[key], now[key]) ? [] : [[key, now[key] ?? null]])),
  );
}

/** For a new candidate: what was filled in. */
export function filled(values: FormValues): CandidateInput {
  const input = toInput(values);
  return { name: input.name, ...changesFrom({}, values) };
}
