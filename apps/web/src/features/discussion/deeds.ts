import { Comment, type CommentPatch, Disagreement } from "@highwater/shared/discussion/contract";
import type { SourceCitation } from "@highwater/shared/evidence/citing";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../lib/api";
import { idempotencyKeys } from "../../lib/idempotency-key";

function useDeed<Input, Result>(act: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: ["discussion"] }),
  });
}

export interface Said {
  text: string;
  criterion: string | null;
  parentId: string | null;
  citations: readonly SourceCitation[];
}

/** Sent again after a lost answer, it is still said once. */
export function useSay(candidateId: string) {
  const [keys] = useState(idempotencyKeys);
  return useDeed(async (said: Said) => {
    const options = { idempotencyKey: keys.of(said) };
    const comment = await api.post(`/candidates/${candidateId}/comments`, said, Comment, options);
    keys.spend();
    return comment;
  });
}

export const useEditComment = (id: string) =>
  useDeed(({ patch, etag }: { patch: CommentPatch; etag: string | undefined }) =>
    api.patch(`/comments/${id}`, patch, Comment, etag === undefined ? {} : { ifMatch: etag }),
  );

export const useRemoveComment = (id: string) =>
  useDeed(() => api.delete(`/comments/${id}`, undefined, z.unknown()));

export const useResolve = (id: string) =>
  useDeed((resolved: boolean) =>
    api.post(`/comments/${id}/${resolved ? "resolve" : "unresolve"}`, undefined, Comment),
  );

/** A sentence settles it; null opens it again. */
export const useSettle = (candidateId: string, id: string) =>
  useDeed((note: string | null) => {
    const at = `/candidates/${candidateId}/disagreements/${id}`;
    return note === null
      ? api.post(`${at}/reopen`, undefined, Disagreement)
      : api.post(`${at}/settle`, { note }, Disagreement);
  });
