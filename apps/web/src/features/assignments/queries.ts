import {
  Assignment,
  AssignmentPage,
  AssignmentReport,
  type Automatic,
  Progress,
} from "@highwater/shared/assignments/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "../../lib/api";

/** What is assigned: by id, or all that a filter selects. */
export type Chosen = { ids: string[] } | { filter: object };
export const named = (chosen: Chosen) =>
  "ids" in chosen ? { candidateIds: chosen.ids } : { filter: chosen.filter };

export type Evenly = Omit<z.input<typeof Automatic>, "candidateIds" | "filter">;

export const assignedQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ["assignments", "of", candidateId],
    queryFn: ({ signal }) =>
      api.get("/assignments", AssignmentPage, { query: { candidateId, limit: 200 }, signal }),
  });

/** With the tag that its edit has to name. */
export const assignmentQuery = (id: string) =>
  queryOptions({
    queryKey: ["assignment", id],
    queryFn: ({ signal }) => api.getWithTag(`/assignments/${id}`, Assignment, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export const overdueQuery = () =>
  queryOptions({
    queryKey: ["assignments", "overdue"],
    queryFn: ({ signal }) =>
      api.get("/assignments", AssignmentPage, { query: { overdue: true, limit: 100 }, signal }),
  });

export const progressQuery = () =>
  queryOptions({
    queryKey: ["assignments", "progress"],
    queryFn: ({ signal }) =>
      api.get("/assignments/progress", Progress, { query: { limit: 200 }, signal }),
  });

/** What an even assignment would do, asked without doing it. */
export const planQuery = (chosen: Chosen, auto: Evenly) =>
  queryOptions({
    queryKey: ["assignments", "plan", chosen, auto],
    queryFn: ({ signal }) => {
      const input = { auto: { ...named(chosen), ...auto }, dryRun: true };
      return api.post("/assignments", input, AssignmentReport, { signal });
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
