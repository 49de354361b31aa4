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

/** The facts with the ETag that an edit starts from: as they stood when its form was opened. */
export const claimQuery = (id: string) =>
  queryOptions({
    queryKey: ["claim", id],
    queryFn: ({ signal }) => api.getWithTag(`/claims/${id}`, ClaimFacts, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const useEditClaim = (id: string, etag: string) =>
  useDeed(
    (patch: ClaimPatch) => api.patch(`/claims/${id}`, patch, ClaimFacts, { ifMatch: etag }),
    true,
  );
