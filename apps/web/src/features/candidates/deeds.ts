import {
  Candidate,
  type CandidateInput,
  type CandidatePatch,
  Trial,
  type TrialInput,
} from "@highwater/shared/candidates/contract";
import { CandidateReviews } from "@highwater/shared/reviews/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../lib/api";

/** What changes with a candidate is asked again wherever it is shown. */
function useDeed<Input, Result>(act: (input: Input) => Promise<Result>, heads: string[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all(heads.map((head) => client.invalidateQueries({ queryKey: [head] }))),
  });
}

const facts = ["candidates", "ranking", "reviews"];

export const useEnterCandidate = () =>
  useDeed(
    ({ input, key }: { input: CandidateInput; key: string }) =>
      api.post("/candidates", input, Candidate, { idempotencyKey: key }),
    facts,
  );

export const useEditCandidate = (id: string) =>
  useDeed(
    ({ patch, etag }: { patch: CandidatePatch; etag: string | undefined }) =>
      api.patch(`/candidates/${id}`, patch, Candidate, { ifMatch: etag }),
    facts,
  );

export const useArchive = (id: string) =>
  useDeed(
    (archived: boolean) =>
      archived
        ? api.delete(`/candidates/${id}`, undefined, Candidate)
        : api.post(`/candidates/${id}/restore`, undefined, Candidate),
    facts,
  );

export const useRecordTrial = (id: string) =>
  useDeed((input: TrialInput) => api.post(`/candidates/${id}/trials`, input, Trial), facts);

export const useRemoveTrial = (id: string) =>
  useDeed(
    (trialId: string) => api.delete(`/candidates/${id}/trials/${trialId}`, undefined, z.unknown()),
    facts,
  );

/** How a member comes to see the reviews of a candidate, or renounces them. */
export type SightDeed =
  | { deed: "open" }
  | { deed: "reveal" }
  | { deed: "recusal"; reason: string | null };

export const useSightDeed = (id: string) =>
  useDeed(
    ({ deed, ...body }: SightDeed) =>
      api.post(
        `/candidates/${id}/${deed}`,
        deed === "recusal" ? body : undefined,
        CandidateReviews,
      ),
    facts,
  );
