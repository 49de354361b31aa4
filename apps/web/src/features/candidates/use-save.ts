import type { Candidate } from "@highwater/shared/candidates/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Tagged } from "../../lib/api";
import { hasStatus } from "../../lib/api-problem";
import { idempotencyKeys } from "../../lib/idempotency-key";
import { type Divergence, diverge, resolve } from "./conflict";
import { useEditCandidate, useEnterCandidate } from "./deeds";
import { changesFrom, type FactKey, type Facts, type FormValues, filled } from "./form-values";
import { candidateQuery } from "./queries";
import type { Start } from "./use-draft";

/** An edit that met another: both versions, and the one to start from next. */
export interface Conflict extends Divergence {
  theirs: Tagged<Candidate>;
}

export type Outcome = { saved: Facts; taken: FactKey[] } | { conflict: Conflict };

export function useEnter() {
  const { mutateAsync } = useEnterCandidate();
  const [keys] = useState(idempotencyKeys);
  return async (values: FormValues): Promise<Candidate> => {
    const input = filled(values);
    const saved = await mutateAsync({ input, key: keys.of(input) });
    keys.spend();
    return saved;
  };
}

/**
 * Saves an edit. Where someone saved other fields meanwhile, theirs are taken in and the edit is sent
 * again; where the same field changed on both sides, nothing is sent until someone has chosen.
 */
export function useEdit(id: string) {
  const { mutateAsync } = useEditCandidate(id);
  const client = useQueryClient();
  const edit = async (
    values: FormValues,
    { base, etag }: Start,
    taken: FactKey[] = [],
  ): Promise<Outcome> => {
    const patch = changesFrom(base, values);
    if (Object.keys(patch).length === 0) return { saved: base, taken };
    try {
      return { saved: await mutateAsync({ patch, etag }), taken };
    } catch (error) {
      if (!hasStatus(error, 412)) throw error;
    }
    const theirs = await client.fetchQuery({ ...candidateQuery(id), staleTime: 0 });
    const divergence = diverge(base, values, theirs.data);
    if (divergence.clashes.length > 0) return { conflict: { ...divergence, theirs } };
    const merged = resolve(base, values, theirs.data, {});
    const start = { base: theirs.data, etag: theirs.etag };
    return edit(merged, start, [...new Set([...taken, ...divergence.taken])]);
  };
  return (values: FormValues, start: Start) => edit(values, start);
}
