import type { Candidate } from "@highwater/shared/candidates/contract";
import { useEffect, useState } from "react";
import { draftKey, dropDraft, keepDraft, readDraft } from "./draft";
import { changesFrom, type Facts, type FormValues, toValues } from "./form-values";

/** The version that an edit begins from; a new candidate begins from nothing. */
export interface Start {
  base: Facts;
  etag: string | undefined;
}

export interface Opening extends Start {
  values: FormValues;
  /** When the unsaved input was left that is shown again. */
  restoredAt: string | null;
}

/** Where the form begins: with what was left unsaved, else with the candidate as it is. */
export function useOpening(
  memberId: string,
  stored: { data: Candidate; etag: string | undefined } | undefined,
  prefill: Facts | undefined,
) {
  const key = draftKey(memberId, prefill ? `new:${JSON.stringify(prefill)}` : stored?.data.id);
  const [opening] = useState((): Opening => {
    const draft = readDraft(key);
    if (draft) return { ...draft, etag: draft.etag, restoredAt: draft.at };
    const base = stored?.data ?? prefill ?? {};
    return { base, etag: stored?.etag, values: toValues(base), restoredAt: null };
  });
  return { key, opening };
}

/** Every keystroke is kept in this browser until it is saved, or taken back by hand. */
export function useKeptDraft(key: string, { base, etag }: Start, values: FormValues): boolean {
  const changed = Object.keys(changesFrom(base, values)).length > 0;
  useEffect(() => {
    if (changed) keepDraft(key, { values, base, etag, at: new Date().toISOString() });
    else dropDraft(key);
  }, [key, base, etag, values, changed]);
  return changed;
}
