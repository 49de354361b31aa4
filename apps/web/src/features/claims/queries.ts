import {
  Claim,
  ClaimFacts,
  type ClaimInput,
  type ClaimPatch,
  Claims,
} from "@highwater/shared/claims/contract";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api";
import { notify } from "../../ui/notify";

export const claimsQuery = () =>
  queryOptions({
    queryKey: ["claims"],
    queryFn: ({ signal }) => api.get("/claims", Claims, { signal }),
  });

function useDeed<I, O>(mutationFn: (input: I) => Promise<O>, beside = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    ...(beside ? {} : { onError: notify.failed }),
    onSettled: () => client.invalidateQueries(claimsQuery()),
  });
}

export const useForesee = (id: string) =>
  useDeed((probability: number) => api.put(`/claims/${id}/forecast`, { probability }, Claim), true);

export const useStartClaims = () =>
  useDeed((_: undefined) => api.post("/claims/start", undefined, Claims));

export const useAddClaim = () =>
  useDeed((input: ClaimInput) => api.post("/claims", input, ClaimFacts), true);

/** From what stands there now: whoever decides has just read it. */
export const useEditClaim = (id: string) =>
  useDeed(async (patch: ClaimPatch) => {
    const { etag = "" } = await api.getWithTag(`/claims/${id}`, ClaimFacts);
    return api.patch(`/claims/${id}`, patch, ClaimFacts, { ifMatch: etag });
  }, true);
