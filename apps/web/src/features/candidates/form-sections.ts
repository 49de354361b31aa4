import type { UseFormReturnType } from "@mantine/form";
import type { FormValues } from "./form-values";

export type CandidateForm = UseFormReturnType<FormValues>;

/** The problem is asked before the solution. */
const sections = {
  who: ["kind", "vertical", "tags"],
  problem: ["problem", "painScenarios", "overlookedInsight"],
  solution: ["thesis", "description", "interface", "positioning"],
  market: ["market", "buyer", "regulatedBuyer", "deployment"],
  defence: ["moats", "modelStrategy", "thinWrapper"],
  quality: ["qualityNow", "pathTo90", "partners"],
  people: ["people"],
  fields: ["fields"],
  notes: ["source", "ownerId", "confidential", "notes"],
} as const satisfies Record<string, readonly (keyof FormValues)[]>;

export type SectionKey = keyof typeof sections;

const holds = (value: FormValues[keyof FormValues]): boolean =>
  typeof value === "object" && value !== null
    ? Object.values(value).some((one) => one !== null)
    : value !== "" && value !== null && value !== false;

export const filledIn = (section: SectionKey, values: FormValues): number =>
  sections[section].filter((field) => holds(values[field])).length;

/** Whether an error stands in the section; a repeated row's key begins with its field. */
export const faultIn = (section: SectionKey, errors: object): boolean =>
  Object.keys(errors).some((key) =>
    sections[section].some((field) => key === field || key.startsWith(`${field}.`)),
  );
