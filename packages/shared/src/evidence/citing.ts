import { z } from "zod";
import { Id, prose } from "../kernel/contract.js";

/** At most so many a score or a comment. */
export const maxCitations = 20;

const ofOne = (one: { evidenceId?: string | undefined; trialId?: string | undefined }) =>
  (one.evidenceId === undefined) !== (one.trialId === undefined);

/** What a reason rests on: a piece of evidence or a trial, down to the words selected in it. */
export const SourceCitation = z
  .strictObject({
    evidenceId: Id.optional(),
    trialId: Id.optional(),
    quote: prose(2000).optional(),
  })
  .refine(ofOne, {
    error: "Name a piece of evidence or a trial: one of the two.",
    params: { code: "evidence.cite_either" },
  })
  .meta({ id: "SourceCitation" });
export type SourceCitation = z.infer<typeof SourceCitation>;

export const SourceCitations = z.array(SourceCitation).max(maxCitations);

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** Whether the words stand in the text, however its lines are broken. */
export const quotes = (text: string, quote: string): boolean => plain(text).includes(plain(quote));

export const sameCitation = (a: SourceCitation, b: SourceCitation): boolean =>
  a.evidenceId === b.evidenceId && a.trialId === b.trialId && a.quote === b.quote;
