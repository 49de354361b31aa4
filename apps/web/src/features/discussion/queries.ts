import {
  Comment,
  Comments,
  CommentVersions,
  Disagreements,
  DissentPage,
} from "@highwater/shared/discussion/contract";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";
import type { DissentSearch } from "./search";

export const commentsQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ["discussion", candidateId, "comments"],
    queryFn: ({ signal }) => api.get(`/candidates/${candidateId}/comments`, Comments, { signal }),
  });

/** With the tag that its edit has to name. */
export const commentQuery = (id: string) =>
  queryOptions({
    queryKey: ["comment", id],
    queryFn: ({ signal }) => api.getWithTag(`/comments/${id}`, Comment, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["discussion", "versions", id],
    queryFn: ({ signal }) => api.get(`/comments/${id}/versions`, CommentVersions, { signal }),
    staleTime: 0,
  });

export const disagreementsQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ["discussion", candidateId, "disagreements"],
    queryFn: ({ signal }) =>
      api.get(`/candidates/${candidateId}/disagreements`, Disagreements, { signal }),
  });

export const dissentQuery = (search: DissentSearch) =>
  infiniteQueryOptions({
    queryKey: ["discussion", "dissent", search],
    queryFn: ({ pageParam, signal }) =>
      api.get("/disagreements", DissentPage, {
        query: { ...search, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
