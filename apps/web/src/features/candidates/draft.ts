import { FieldValues } from "@highwater/shared/fields/contract";
import { z } from "zod";
import { forget, recall, remember } from "../../lib/remembered";
import type { Facts, FormValues } from "./form-values";

const text = z.string();
const choice = z.string().nullable();

const Values = z.object({
  name: text,
  website: text,
  thesis: text,
  problem: text,
  description: text,
  interface: text,
  vertical: text,
  buyer: text,
  pathTo90: text,
  partners: text,
  overlookedInsight: text,
  source: text,
  notes: text,
  kind: choice,
  market: choice,
  deployment: choice,
  positioning: choice,
  modelStrategy: choice,
  ownerId: choice,
  regulatedBuyer: z.boolean(),
  thinWrapper: z.boolean(),
  confidential: z.boolean(),
  tags: z.array(text),
  moats: z.array(text),
  qualityNow: z.number().or(z.literal("")),
  painScenarios: z.array(z.object({ key: text, name: text, frequency: choice, saving: text })),
  people: z.array(z.object({ key: text, name: text, role: text, link: text, knownBy: text })),
  fields: FieldValues.default({}),
}) satisfies z.ZodType<FormValues>;

/** Unsaved input, with the version that it began from. */
const Draft = z.object({
  values: Values,
  base: z.custom<Facts>((value) => typeof value === "object" && value !== null),
  etag: z.string().optional(),
  at: z.iso.datetime(),
});
export type Draft = z.infer<typeof Draft>;

/** One a member and candidate; a member belongs to one team. */
export const draftKey = (memberId: string, candidateId: string | undefined) =>
  `hw-draft:${memberId}:${candidateId ?? "new"}`;

export function readDraft(key: string): Draft | null {
  const stored = recall(key);
  if (stored === null) return null;
  const parsed = Draft.safeParse(parse(stored));
  return parsed.success ? parsed.data : null;
}

export const keepDraft = (key: string, draft: Draft) => remember(key, JSON.stringify(draft));
export const dropDraft = (key: string) => forget(key);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
