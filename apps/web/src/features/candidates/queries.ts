import {
  Candidate,
  type CandidateInput,
  CandidatePage,
  Duplicates,
  Facets,
  Trial,
  type TrialInput,
  Trials,
} from "@highwater/shared/candidates/contract";
import { Explanation, type Scope } from "@highwater/shared/ranking/contract";
import { CandidateReviews } from "@highwater/shared/reviews/contract";
import { type PresetKey, Rubric } from "@highwater/shared/rubrics/contract";
import type { Stage } from "@highwater/shared/stages/contract";
import {
  infiniteQueryOptions,
  keepPreviousData,
  mutationOptions,
  type QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import { z } from "zod";
import { api, type Tagged } from "../../lib/api";

const Nothing = z.unknown();

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
    queryKey: ["explanation", id, asked],
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

/** Whatever a list, the ranking or a total shows of this candidate is asked again. */
async function refresh(client: QueryClient, id: string) {
  await Promise.all(
    [["candidates"], ["ranking"], ["explanation", id], ["reviews"]].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}

export const enterCandidate = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ input, key }: { input: CandidateInput; key: string }) =>
      api.post("/candidates", input, Candidate, { idempotencyKey: key }),
    onSuccess: ({ id }) => refresh(client, id),
  });

export const editCandidate = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: ({ patch, etag }: { patch: Partial<CandidateInput>; etag: string | undefined }) =>
      api.patch(`/candidates/${id}`, patch, Candidate, { ifMatch: etag }),
    onSuccess: () => refresh(client, id),
  });

export const archiveCandidate = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, archived }: { id: string; archived: boolean }) =>
      archived
        ? api.delete(`/candidates/${id}`, undefined, Candidate)
        : api.post(`/candidates/${id}/restore`, undefined, Candidate),
    onSuccess: ({ id }) => refresh(client, id),
  });

export const recordTrial = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (input: TrialInput) => api.post(`/candidates/${id}/trials`, input, Trial),
    onSuccess: () => refresh(client, id),
  });

export const removeTrial = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (trialId: string) =>
      api.delete(`/candidates/${id}/trials/${trialId}`, undefined, Nothing),
    onSuccess: () => refresh(client, id),
  });

/** The deeds by which a member comes to see reviews, or never will. */
export type SightDeed =
  | { deed: "open" }
  | { deed: "reveal" }
  | { deed: "recusal"; reason: string | null };

export const changeSight = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: ({ deed, ...body }: SightDeed) =>
      api.post(
        `/candidates/${id}/${deed}`,
        deed === "recusal" ? body : undefined,
        CandidateReviews,
      ),
    onSuccess: () => refresh(client, id),
  });
