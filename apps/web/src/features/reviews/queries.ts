import {
  CandidateReviews,
  MyReview,
  type QueueMode,
  QueuePage,
  ReviewHistory,
  SetAside,
  type SetAsideInput,
} from "@highwater/shared/reviews/contract";
import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../lib/api";
import { getMine, mine } from "./mine";
import { openDraft } from "./open-drafts";

export const queueQuery = (mode: QueueMode) =>
  queryOptions({
    queryKey: ["reviews", "queue", mode],
    queryFn: ({ signal }) =>
      api.get("/reviews/queue", QueuePage, { query: { mode, limit: 200 }, signal }),
  });

/** What the viewer may see of a candidate's reviews. */
export const sightQuery = (id: string) =>
  queryOptions({
    queryKey: ["reviews", id],
    queryFn: ({ signal }) => api.get(`/candidates/${id}/reviews`, CandidateReviews, { signal }),
  });

/** Every signature that the viewer may see, the newest first. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ["reviews", id, "history"],
    queryFn: ({ signal }) =>
      api.get(`/candidates/${id}/reviews/history`, ReviewHistory, { signal }),
  });

/**
 * The draft at work on one's own review: it lives in the cache as long as its page does.
 * Its key isn't under "reviews": a refetch must never replace what someone is typing.
 */
export const draftQuery = (client: QueryClient, memberId: string, candidateId: string) =>
  queryOptions({
    queryKey: ["draft", memberId, candidateId],
    queryFn: () => openDraft(client, memberId, candidateId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  });

async function refresh(client: QueryClient, id: string) {
  const touched = [["reviews"], ["ranking"], ["candidates"], ["assignments"], ["discussion"]];
  await Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey })));
}

export const signReview = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (etag: string | undefined) =>
      api.postWithTag(`${mine(id)}/sign`, undefined, MyReview, { ifMatch: etag }),
    onSuccess: () => void refresh(client, id),
  });

/** Drops the unsigned changes; answers what was signed before, or null. */
export const discardDraft = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: async () => {
      await api.delete(mine(id), undefined, z.unknown());
      return getMine(id);
    },
    onSuccess: () => void refresh(client, id),
  });

export const recuse = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (reason: string | null) =>
      api.post(`/candidates/${id}/recusal`, { reason }, CandidateReviews),
    onSuccess: () => refresh(client, id),
  });

/** For later, or for good. */
export const setAside = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (input: SetAsideInput) => api.put(`/candidates/${id}/set-aside`, input, SetAside),
    onSuccess: () => void refresh(client, id),
  });

export const takeUp = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: () => api.delete(`/candidates/${id}/set-aside`, undefined, z.unknown()),
    onSuccess: () => void refresh(client, id),
  });
