import { addressOf } from "@highwater/shared/candidates/address";
import { CandidateInput } from "@highwater/shared/candidates/contract";
import { nameKey, websiteKey } from "@highwater/shared/candidates/likeness";
import type { FileShape, RowError } from "@highwater/shared/exchange/contract";
import { unguarded } from "@highwater/shared/exchange/formula";
import { isReviewTarget } from "@highwater/shared/exchange/scores";
import { type FieldType, fieldTypes } from "@highwater/shared/fields/contract";
import { type FieldLaw, parseValue } from "@highwater/shared/fields/values";
import { invalid } from "@highwater/shared/kernel/problem";
import { newId } from "../../platform/new-id.js";
import { excerpt, textOf } from "./reading/columns.js";
import type { Cell, RawRow } from "./reading/raw.js";

const lists = new Set(["tags", "moats"]);
export const marks = new Set(["regulatedBuyer", "thinWrapper", "confidential"]);
export const yes = /^(1|true|yes|y|是|x|✓)$/i;
const known = new Set(Object.keys(CandidateInput.shape));

/** Where a column that makes a new team field is kept until the commit makes the field. */
export const pendingKey = (index: number): string => `new_${index}`;

interface NewField {
  index: number;
  name: string;
  type: FieldType;
}

export interface Step {
  index: number;
  header: string;
  target: string;
  law: FieldLaw | null;
}

export interface Plan {
  steps: Step[];
  newFields: NewField[];
  /** Lower-case e-mail or name of a member → its id. */
  owners: ReadonlyMap<string, string>;
}

const newField = /^new:([a-z]+):(.+)$/s;

/** What each column becomes; refuses targets that are not there, or taken twice. */
export function planOf(
  mapping: readonly string[],
  { columns }: FileShape,
  fields: readonly FieldLaw[],
  owners: Plan["owners"],
): Plan {
  const laws = new Map(fields.map((field) => [field.key, field]));
  const taken = new Set<string>();
  const newFields: NewField[] = [];
  const steps = columns.flatMap(({ index, header }): Step[] => {
    const target = mapping[index] ?? "skip";
    if (target === "skip") return [];
    const pointer = `#/mapping/${index}`;
    if (taken.has(target))
      throw invalid(pointer, "imports.taken_twice", "Two columns become the same. Skip one.");
    taken.add(target);
    // Read by row-review.ts.
    if (isReviewTarget(target)) return [];
    const [, type, name] = newField.exec(target) ?? [];
    if (type !== undefined && name !== undefined) {
      const known = fieldTypes.find((one) => one === type);
      if (!known) throw invalid(pointer, "imports.target", "There is no such type of field.");
      newFields.push({ index, name: name.slice(0, 60), type: known === "select" ? "text" : known });
      const law = {
        key: pendingKey(index),
        type: known === "select" ? "text" : known,
        options: [],
      };
      return [{ index, header, target: "field", law } as Step];
    }
    if (target.startsWith("fields.")) {
      const law = laws.get(target.slice("fields.".length));
      if (!law) throw invalid(pointer, "imports.target", "The team has no such field.");
      return [{ index, header, target: "field", law }];
    }
    if (target !== "owner" && !known.has(target))
      throw invalid(pointer, "imports.target", `Nothing is called ${target}.`);
    return [{ index, header, target, law: null }];
  });
  if (!taken.has("name"))
    throw invalid("#/mapping", "imports.no_name", "Say which column holds the names.");
  return { steps, newFields, owners };
}

export interface StagedRow {
  row: number;
  id: string;
  name: string | null;
  nameKey: string | null;
  websiteKey: string | null;
  facts: Record<string, unknown>;
  fields: Record<string, unknown>;
  errors: RowError[];
}

export function partsOf(text: string): string[] {
  const parts = text.split(/[;；,，、|\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

function factOf({ target }: Step, text: string, owners: Plan["owners"]): unknown {
  if (lists.has(target)) return partsOf(text);
  if (marks.has(target)) return yes.test(text);
  if (target === "qualityNow") return Number(text.replace("%", ""));
  if (target === "website") return addressOf(text);
  if (target === "owner") return owners.get(text.toLowerCase()) ?? text;
  if (target === "people" || target === "painScenarios") return parsedJson(text);
  return text;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const written = (cell: Cell | undefined) => unguarded(textOf(cell).trim());

/** An address is wanted where only words are written: then the link behind them is meant. */
function linked(step: Step, text: string, link: string | undefined): string {
  const wanted = step.target === "website" || step.law?.type === "link";
  return link !== undefined && wanted && !URL.canParse(addressOf(text)) ? link : text;
}

/** A row by the law of one candidate: what may not be entered by hand may not come by file. */
export function stage({ row, cells, links, fault }: RawRow, { steps, owners }: Plan): StagedRow {
  const facts: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  const errors: RowError[] = [];
  const refuse = (step: Step | undefined, code: string, reason: string) =>
    errors.push({
      row,
      column: step?.header ?? "",
      value: excerpt(step ? written(cells[step.index]) : ""),
      code,
      reason,
    });
  for (const step of steps) {
    const text = linked(step, written(cells[step.index]), links?.get(step.index));
    if (text === "") continue;
    if (step.law === null) {
      facts[step.target === "owner" ? "ownerId" : step.target] = factOf(step, text, owners);
      continue;
    }
    const read = parseValue(step.law, text);
    if ("error" in read) refuse(step, read.error.code, read.error.message);
    else if (read.value !== null) fields[step.law.key] = read.value;
  }
  if (fault)
    errors.push({
      row,
      column: fault.column ?? "",
      value: "",
      code: fault.code,
      reason: fault.reason,
    });
  const parsed = CandidateInput.safeParse(facts);
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const at = issue.path[0] === "ownerId" ? "owner" : issue.path[0];
      const step = steps.find(({ target }) => target === at);
      const missing = at === "name" && facts["name"] === undefined;
      refuse(
        step,
        missing ? "imports.no_name_in_row" : issue.code,
        missing ? "The row has no name. Write one." : issue.message,
      );
    }
  const given = parsed.success ? parsed.data : null;
  const name =
    given?.name ?? (typeof facts["name"] === "string" ? facts["name"].slice(0, 200) : null);
  const { name: _, ...rest } = given ?? { name };
  return {
    row,
    id: newId(),
    name,
    nameKey: name === null ? null : nameKey(name),
    websiteKey: given?.website ? websiteKey(given.website) : null,
    facts: rest,
    fields,
    errors,
  };
}
