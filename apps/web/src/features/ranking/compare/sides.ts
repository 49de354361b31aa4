import { Candidate } from "@highwater/shared/candidates/contract";
import type { Explanation, Scope } from "@highwater/shared/ranking/contract";
import { CandidateReviews } from "@highwater/shared/reviews/contract";
import { keepPreviousData, queryOptions, useQueries } from "@tanstack/react-query";
import { api } from "../../../lib/api";
import { explanationQuery } from "../queries";
import type { CompareSearch } from "./search";

/** One of the compared candidates: as much of it as has come. */
export interface Side {
  id: string;
  candidate: Candidate | undefined;
  explanation: Explanation | undefined;
  reviews: CandidateReviews | undefined;
}

/** Letters tell the candidates apart where colour can't. */
export const markOf = (at: number) => String.fromCharCode(65 + at);

const candidateQuery = (id: string) =>
  queryOptions({
    queryKey: ["candidates", id],
    queryFn: ({ signal }) => api.get(`/candidates/${id}`, Candidate, { signal }),
  });

const reviewsQuery = (id: string) =>
  queryOptions({
    queryKey: ["reviews", id],
    queryFn: ({ signal }) => api.get(`/candidates/${id}/reviews`, CandidateReviews, { signal }),
  });

export function useSides(ids: readonly string[], search: CompareSearch, scope: Scope) {
  const candidates = useQueries({ queries: ids.map(candidateQuery) });
  const reviews = useQueries({ queries: ids.map(reviewsQuery) });
  const explanations = useQueries({
    queries: ids.map((id) => ({
      ...explanationQuery(id, search, scope),
      placeholderData: keepPreviousData,
    })),
  });
  const all = [...candidates, ...reviews, ...explanations];
  return {
    error: all.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const one of all) if (one.error) void one.refetch();
    },
    sides: ids.map(
      (id, at): Side => ({
        id,
        candidate: candidates[at]?.data,
        explanation: explanations[at]?.data as Explanation | undefined,
        reviews: reviews[at]?.data,
      }),
    ),
  };
}
