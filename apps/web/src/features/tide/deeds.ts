import {
  Capabilities,
  Capability,
  type CapabilityInput,
  type CapabilityPatch,
  Published,
  Release,
  type ReleaseInput,
  type ReleasePatch,
  Scenario,
} from "@highwater/shared/tide/contract";
import {
  Confirmed,
  DefenceTable,
  Reliance,
  type RelianceInput,
  ReReview,
} from "@highwater/shared/tide/reliance";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../lib/api";
import { notify } from "../../ui/notify";
import type { Question } from "./search";

const stale = (client: QueryClient) => client.invalidateQueries({ queryKey: ["tide"] });

export function useSaveScenario() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Question & { name: string }) => api.post("/scenarios", input, Scenario),
    onSettled: () => stale(client),
  });
}

export function useRemoveScenario() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/scenarios/${id}`, undefined, z.unknown()),
    onError: notify.failed,
    onSettled: () => stale(client),
  });
}

interface Tagged {
  id: string;
  etag: string;
}

/** A new capability, or a change of the one that is named. */
export function useKeepCapability(known?: Tagged) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CapabilityInput | CapabilityPatch) =>
      known
        ? api.patch(`/capabilities/${known.id}`, input, Capability, { ifMatch: known.etag })
        : api.post("/capabilities", input, Capability),
    onSettled: () => stale(client),
  });
}

export function useStartCatalogue() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post("/capabilities/start", undefined, Capabilities),
    onError: notify.failed,
    onSettled: () => stale(client),
  });
}

export function useKeepRelease(known?: Tagged) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ReleaseInput | ReleasePatch) =>
      known
        ? api.patch(`/releases/${known.id}`, input, Release, { ifMatch: known.etag })
        : api.post("/releases", input, Release),
    onSettled: () => stale(client),
  });
}

export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post(`/releases/${id}/publish`, undefined, Published),
    onSettled: () => stale(client),
  });
}

export function useSetDefences(etag: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (table: DefenceTable) =>
      api.put("/tide/defences", table, DefenceTable, { ifMatch: etag ?? "" }),
    onSettled: () => stale(client),
  });
}

export function useSetReliance(candidateId: string, etag: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: RelianceInput) =>
      api.put(`/candidates/${candidateId}/reliance`, input, Reliance, { ifMatch: etag ?? "" }),
    onSettled: () => stale(client),
  });
}

export function useConfirm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (whom: { vertical: string } | { candidateIds: string[] }) =>
      api.post("/tide/reliance/confirm", whom, Confirmed),
    onError: notify.failed,
    onSettled: () => stale(client),
  });
}

export function useUnchanged() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      api.post(`/tide/re-reviews/${id}/unchanged`, { reason }, ReReview),
    onSettled: () => stale(client),
  });
}
