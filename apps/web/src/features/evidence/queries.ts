import { Evidence, EvidenceList } from "@highwater/shared/evidence/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";

export const evidenceQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ["evidence", candidateId],
    queryFn: async ({ signal }) =>
      (await api.get(`/candidates/${candidateId}/evidence`, EvidenceList, { signal })).items,
  });

/** With the tag that its next edit has to name. */
export const pieceQuery = (candidateId: string, id: string) =>
  queryOptions({
    queryKey: ["evidence", candidateId, id],
    queryFn: ({ signal }) =>
      api.getWithTag(`/candidates/${candidateId}/evidence/${id}`, Evidence, { signal }),
    staleTime: 0,
  });
