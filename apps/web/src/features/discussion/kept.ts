import { SourceCitations } from "@highwater/shared/evidence/citing";
import { z } from "zod";
import { forget, recall, remember } from "../../lib/remembered";

/** What is being written, as long as it isn't sent. */
const Draft = z.object({
  text: z.string(),
  chosen: z.array(z.object({ name: z.string(), memberId: z.string() })),
  criterion: z.string().nullable(),
  citations: SourceCitations,
});
export type Draft = z.infer<typeof Draft>;

export const emptyDraft: Draft = { text: "", chosen: [], criterion: null, citations: [] };

/** One a member and place; a member belongs to one team. */
export const keyOf = (memberId: string, place: string) => `hw-comment:${memberId}:${place}`;

export function readDraft(key: string): Draft | null {
  try {
    return Draft.parse(JSON.parse(recall(key) ?? ""));
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: Draft) {
  if (draft.text.trim() === "" && draft.citations.length === 0) forget(key);
  else remember(key, JSON.stringify(draft));
}

export const dropDraft = (key: string) => forget(key);
