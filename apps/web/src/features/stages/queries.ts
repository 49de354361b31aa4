import { Candidate, CandidatePage } from "@highwater/shared/candidates/contract";
import { Champions, Watches } from "@highwater/shared/stages/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";
import type { ScreenSearch } from "./search";

/** The oldest first, so that what comes in meanwhile comes last. */
export const pilePage = (search: ScreenSearch, cursor: string | null) =>
  api.get("/candidates", CandidatePage, {
    query: { ...search, stage: search.stage ?? "inbox", sort: "createdAt", limit: 100, cursor },
  });

export const candidateNow = (id: string) => api.get(`/candidates/${id}`, Candidate);

/** What is to be looked at again by me. */
export const dueWatchesQuery = () =>
  queryOptions({
    queryKey: ["stages", "watches"],
    queryFn: ({ signal }) => api.get("/watches", Watches, { signal }),
  });

/** Who backs a revealed candidate against its total. */
export const championsQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ["stages", "champions", candidateId],
    queryFn: ({ signal }) => api.get(`/candidates/${candidateId}/champion`, Champions, { signal }),
  });
