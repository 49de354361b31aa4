import {
  Evidence,
  type EvidenceInput,
  type EvidencePatch,
} from "@highwater/shared/evidence/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../lib/api";

function useDeed<Input, Result>(candidateId: string, act: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: ["evidence", candidateId] }),
  });
}

export const useAddEvidence = (candidateId: string) =>
  useDeed(candidateId, (input: EvidenceInput) =>
    api.post(`/candidates/${candidateId}/evidence`, input, Evidence),
  );

export const useEditEvidence = (candidateId: string, id: string) =>
  useDeed(candidateId, ({ patch, etag }: { patch: EvidencePatch; etag: string | undefined }) =>
    api.patch(
      `/candidates/${candidateId}/evidence/${id}`,
      patch,
      Evidence,
      etag === undefined ? {} : { ifMatch: etag },
    ),
  );

export const useRemoveEvidence = (candidateId: string) =>
  useDeed(candidateId, (id: string) =>
    api.delete(`/candidates/${candidateId}/evidence/${id}`, undefined, z.unknown()),
  );
