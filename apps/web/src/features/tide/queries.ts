import type { Scope } from "@highwater/shared/ranking/contract";
import { Projection, Proposed, TideBoard } from "@highwater/shared/tide/board";
import {
  Capabilities,
  Capability,
  Release,
  Releases,
  Scenarios,
} from "@highwater/shared/tide/contract";
import { DefenceTable, Reliance, ReReviews } from "@highwater/shared/tide/reliance";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";
import type { Question } from "./search";

export const boardQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ["tide", "board", scope],
    queryFn: ({ signal }) => api.get("/tide/board", TideBoard, { query: { scope }, signal }),
  });

/** Of the server: for whoever has stepped back from a candidate, and so can't know all ranks. */
export const projectionQuery = (scope: Scope, question: Question) =>
  queryOptions({
    queryKey: ["tide", "projection", scope, question],
    queryFn: ({ signal }) =>
      api.post("/tide/projection", { ...question, scope }, Projection, { signal }),
    placeholderData: keepPreviousData,
  });

export const capabilitiesQuery = queryOptions({
  queryKey: ["tide", "capabilities"],
  queryFn: ({ signal }) => api.get("/capabilities", Capabilities, { signal }),
});

export const capabilityQuery = (id: string) =>
  queryOptions({
    queryKey: ["tide", "capability", id],
    queryFn: ({ signal }) => api.getWithTag(`/capabilities/${id}`, Capability, { signal }),
    staleTime: 0,
  });

export const releasesQuery = queryOptions({
  queryKey: ["tide", "releases"],
  queryFn: ({ signal }) => api.get("/releases", Releases, { signal }),
});

export const releaseQuery = (id: string) =>
  queryOptions({
    queryKey: ["tide", "release", id],
    queryFn: ({ signal }) => api.getWithTag(`/releases/${id}`, Release, { signal }),
    staleTime: 0,
  });

export const scenariosQuery = queryOptions({
  queryKey: ["tide", "scenarios"],
  queryFn: ({ signal }) => api.get("/scenarios", Scenarios, { signal }),
});

export const defencesQuery = queryOptions({
  queryKey: ["tide", "defences"],
  queryFn: ({ signal }) => api.getWithTag("/tide/defences", DefenceTable, { signal }),
});

export const proposedQuery = queryOptions({
  queryKey: ["tide", "proposed"],
  queryFn: ({ signal }) => api.get("/tide/proposed", Proposed, { signal }),
});

export const relianceQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ["tide", "reliance", candidateId],
    queryFn: ({ signal }) =>
      api.getWithTag(`/candidates/${candidateId}/reliance`, Reliance, { signal }),
  });

/** What a release has asked of this member, about all candidates or one. */
export const reReviewsQuery = (candidateId?: string) =>
  queryOptions({
    queryKey: ["tide", "re-reviews", candidateId ?? "all"],
    queryFn: ({ signal }) =>
      api.get("/tide/re-reviews", ReReviews, { query: { candidateId, open: false }, signal }),
  });
