import { Facets } from "@highwater/shared/candidates/contract";
import { Explanation, RankingPage, type Scope } from "@highwater/shared/ranking/contract";
import { QueuePage } from "@highwater/shared/reviews/contract";
import { Rubric } from "@highwater/shared/rubrics/contract";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";
import type { RankingSearch } from "./search";

/** What the API is asked: the URL without what only concerns the screen. */
function questionOf(search: RankingSearch, scope: Scope) {
  const { preset, weights, q, vertical, stage, tag, minTotal, sort } = search;
  const weighting = weights ? { weights } : { preset };
  return { scope, ...weighting, q, vertical, stage, tag, minTotal, sort };
}

export const rankingQuery = (search: RankingSearch, scope: Scope) => {
  const question = questionOf(search, scope);
  return infiniteQueryOptions({
    queryKey: ["ranking", "rows", question],
    queryFn: ({ pageParam, signal }) =>
      api.get("/ranking", RankingPage, {
        query: { ...question, limit: 100, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
};

/** How many candidates the pipeline has; in Mine none is left out. */
export const pipelineSizeQuery = () =>
  queryOptions({
    queryKey: ["ranking", "size"],
    queryFn: async ({ signal }) =>
      (await api.get("/ranking", RankingPage, { query: { scope: "mine", limit: 1 }, signal }))
        .count,
  });

export const explanationQuery = (id: string, search: RankingSearch, scope: Scope) => {
  const { preset, weights } = search;
  const asked = { scope, ...(weights ? { weights } : { preset }) };
  return queryOptions({
    queryKey: ["ranking", "explanation", id, asked],
    queryFn: ({ signal }) =>
      api.get(`/candidates/${id}/explanation`, Explanation, { query: asked, signal }),
  });
};

export const facetsQuery = () =>
  queryOptions({
    queryKey: ["candidates", "facets"],
    queryFn: ({ signal }) => api.get("/candidates/facets", Facets, { signal }),
    staleTime: 60_000,
  });

export const rubricQuery = () =>
  queryOptions({
    queryKey: ["rubrics", "active"],
    queryFn: ({ signal }) => api.get("/rubrics/active", Rubric, { signal }),
    staleTime: 60_000,
  });

/** How many candidates wait for one's own review. */
export const waitingQuery = () =>
  queryOptions({
    queryKey: ["reviews", "waiting"],
    queryFn: async ({ signal }) =>
      (await api.get("/reviews/queue", QueuePage, { query: { limit: 1 }, signal })).total,
  });
