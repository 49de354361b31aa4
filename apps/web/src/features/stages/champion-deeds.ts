import { Champions } from "@highwater/shared/stages/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api";

function useDeed<Input>(act: (input: Input) => Promise<Champions>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all(
        ["stages", "discussion"].map((head) => client.invalidateQueries({ queryKey: [head] })),
      ),
  });
}

export const useChampion = (candidateId: string) =>
  useDeed((reason: string) =>
    api.post(`/candidates/${candidateId}/champion`, { reason }, Champions),
  );

export const useStepBack = (candidateId: string) =>
  useDeed(() => api.delete(`/candidates/${candidateId}/champion`, undefined, Champions));
