import { addressOf } from "@highwater/shared/candidates/address";
import { CandidateInput, maxTags } from "@highwater/shared/candidates/contract";
import { nameKey, plainAddress, websiteKey } from "@highwater/shared/candidates/likeness";
import { longestText, parseValue } from "@highwater/shared/fields/values";
import { storable } from "@highwater/shared/kernel/contract";
import { z } from "zod";
import { newId } from "../../platform/new-id.js";
import { textOf } from "./reading/columns.js";
import type { RawRow } from "./reading/raw.js";
import { marks, type Plan, partsOf, type StagedRow, type Step, stage, yes } from "./row-plan.js";

/** What a text plainly means; undefined where the contract itself has to be asked. */
type Reading = (text: string) => unknown;

const wrappers = [z.ZodOptional, z.ZodNullable, z.ZodNonOptional];
const bare = (schema: z.ZodType): z.ZodType => {
  const wrapper = wrappers.find((one) => schema instanceof one);
  return wrapper ? bare((schema as z.ZodOptional<z.ZodType>).unwrap()) : schema;
};

const upTo = (most: number) => (text: string) =>
  text.length <= most && storable(text) ? text : undefined;

function tags(text: string) {
  const parts = partsOf(text);
  const plain = parts.length <= maxTags && parts.every((part) => part.length <= 60);
  return plain && storable(text) ? parts : undefined;
}

function website(text: string) {
  const address = addressOf(text);
  return plainAddress(address) ? address : undefined;
}

/** The bounds are the contract's own; what is not bounded by a length or a list is left to it. */
function readingOf({ target, law }: Step, owners: Plan["owners"]): Reading {
  if (law?.type === "text") return upTo(longestText);
  if (law)
    return (text) => {
      const read = parseValue(law, text);
      return "value" in read ? read.value : undefined;
    };
  if (target === "website") return website;
  if (target === "tags") return tags;
  if (target === "owner") return (text) => owners.get(text.toLowerCase());
  if (marks.has(target)) return (text) => yes.test(text);
  const schema = bare(CandidateInput.shape[target as keyof typeof CandidateInput.shape]);
  if (schema instanceof z.ZodString && schema.maxLength !== null) return upTo(schema.maxLength);
  if (!(schema instanceof z.ZodEnum)) return () => undefined;
  const options = new Set<unknown>(schema.options);
  return (text) => (options.has(text) ? text : undefined);
}

/**
 * Rows by the same law as `stage`, which is asked wherever a cell is anything but plain: a contract can be read
 * some ten thousand times a second, and a file has a million rows.
 */
export function rowReader(plan: Plan): (raw: RawRow) => StagedRow {
  const columns = plan.steps.map((step) => ({
    index: step.index,
    ofField: step.law !== null,
    key: step.law?.key ?? (step.target === "owner" ? "ownerId" : step.target),
    read: readingOf(step, plan.owners),
  }));
  const plainly = ({ row, cells, fault }: RawRow): StagedRow | null => {
    if (fault) return null;
    let name: string | null = null;
    const facts: Record<string, unknown> = {};
    const fields: Record<string, unknown> = {};
    for (const { index, ofField, key, read } of columns) {
      const cell = cells[index];
      const text = typeof cell === "string" ? cell.trim() : textOf(cell).trim();
      if (text === "") continue;
      const value = text.startsWith("'") ? undefined : read(text);
      if (value === undefined) return null;
      if (ofField) fields[key] = value;
      else if (key === "name") name = value as string;
      else facts[key] = value;
    }
    if (name === null) return null;
    const site = facts["website"];
    return {
      row,
      id: newId(),
      name,
      nameKey: nameKey(name),
      websiteKey: typeof site === "string" ? websiteKey(site) : null,
      facts,
      fields,
      errors: [],
    };
  };
  return (raw) => plainly(raw) ?? stage(raw, plan);
}
