import {
  Candidate,
  CandidatePage,
  Duplicates,
  Facets,
  Trials,
} from "@highwater/shared/candidates/contract";
import { Fields } from "@highwater/shared/fields/contract";
import { Explanation, type Scope } from "@highwater/shared/ranking/contract";
import { CandidateReviews } from "@highwater/shared/reviews/contract";
import { type PresetKey, Rubric } from "@highwater/shared/rubrics/contract";
import type { Stage } from "@highwater/shared/stages/contract";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, type Tagged } from "../../lib/api";
import type { PipelineSearch } from "./pipeline-search";

/** With the tag that its next edit has to name. */
export const candidateQuery = (id: string) =>
  queryOptions({
    queryKey: ["candidates", id, "tagged"],
    queryFn: ({ signal }): Promise<Tagged<Candidate>> =>
      api.getWithTag(`/candidates/${id}`, Candidate, { signal }),
  });

export const candidatesAtQuery = (stage: Stage) =>
  infiniteQueryOptions({
    queryKey: ["candidates", "at", stage],
    queryFn: ({ pageParam, signal }) =>
      api.get("/candidates", CandidatePage, {
        query: { stage, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const pipelineQuery = (search: PipelineSearch) =>
  infiniteQueryOptions({
    queryKey: ["candidates", "pipeline", search],
    queryFn: ({ pageParam, signal }) =>
      api.get("/candidates", CandidatePage, {
        query: { ...search, limit: 100, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const fieldsQuery = () =>
  queryOptions({
    queryKey: ["fields", "live"],
    queryFn: ({ signal }) => api.get("/fields", Fields, { signal }),
    staleTime: 60_000,
  });

export const facetsQuery = () =>
  queryOptions({
    queryKey: ["candidates", "facets"],
    queryFn: ({ signal }) => api.get("/candidates/facets", Facets, { signal }),
    staleTime: 60_000,
  });

export const duplicatesQuery = (asked: { name: string; website: string; except?: string }) =>
  queryOptions({
    queryKey: ["candidates", "duplicates", asked],
    queryFn: ({ signal }) => {
      const { name, website, except } = asked;
      const query = { name: name || undefined, website: website || undefined, except };
      return api.get("/candidates/duplicates", Duplicates, { query, signal });
    },
    enabled: asked.name.length > 1 || asked.website.length > 3,
    placeholderData: keepPreviousData,
  });

export const trialsQuery = (id: string) =>
  queryOptions({
    queryKey: ["candidates", id, "trials"],
    queryFn: ({ signal }) => api.get(`/candidates/${id}/trials`, Trials, { signal }),
  });

export const reviewsQuery = (id: string) =>
  queryOptions({
    queryKey: ["reviews", id],
    queryFn: ({ signal }) => api.get(`/candidates/${id}/reviews`, CandidateReviews, { signal }),
  });

export const explanationQuery = (id: string, asked: { scope: Scope; preset?: PresetKey }) =>
  queryOptions({
    queryKey: ["candidates", "explanation", id, asked],
    queryFn: ({ signal }) =>
      api.get(`/candidates/${id}/explanation`, Explanation, { query: { ...asked }, signal }),
    placeholderData: keepPreviousData,
  });

export const rubricQuery = () =>
  queryOptions({
    queryKey: ["rubrics", "active"],
    queryFn: ({ signal }) => api.get("/rubrics/active", Rubric, { signal }),
    staleTime: 60_000,
  });
