import { CandidatePage, type CandidatePatch } from "@highwater/shared/candidates/contract";
import { EvidenceList } from "@highwater/shared/evidence/contract";
import { Fields } from "@highwater/shared/fields/contract";
import { Merge, Merges } from "@highwater/shared/merges/contract";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api";

export const mergesQuery = (id: string) =>
  queryOptions({
    queryKey: ["candidates", id, "merges"],
    queryFn: ({ signal }) => api.get(`/candidates/${id}/merges`, Merges, { signal }),
  });

export const evidenceOfQuery = (id: string) =>
  queryOptions({
    queryKey: ["candidates", id, "merges", "evidence"],
    queryFn: ({ signal }) => api.get(`/candidates/${id}/evidence`, EvidenceList, { signal }),
  });

export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: ["candidates", "found", q],
    queryFn: ({ signal }) =>
      api.get("/candidates", CandidatePage, { query: { q, limit: 10 }, signal }),
    enabled: q.length > 1,
  });

export const teamFieldsQuery = () =>
  queryOptions({
    queryKey: ["fields", "named"],
    queryFn: ({ signal }) => api.get("/fields", Fields, { signal }),
    staleTime: 60_000,
  });

const heads = ["candidates", "ranking", "reviews", "evidence", "stages"];

/** What was joined or parted is asked again wherever it is shown. */
function useDeed<Input>(act: (input: Input) => Promise<Merge>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      for (const head of heads) void client.invalidateQueries({ queryKey: [head] });
    },
  });
}

export const useMerge = () =>
  useDeed(
    ({
      from,
      into,
      facts,
      etag,
    }: {
      from: string;
      into: string;
      facts: CandidatePatch;
      etag: string | undefined;
    }) => api.post(`/candidates/${from}/merge`, { into, facts }, Merge, { ifMatch: etag }),
  );

export const useUndoMerge = () =>
  useDeed((id: string) => api.post(`/merges/${id}/undo`, undefined, Merge));
