import {
  Meeting,
  type MeetingDecision,
  Round,
  type RoundInput,
  type RoundPatch,
  type VoteInput,
} from "@highwater/shared/rounds/contract";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../lib/api";
import { idempotencyKeys } from "../../lib/idempotency-key";
import { notify } from "../../ui/notify";
import { meetingQuery, roundQuery } from "./queries";

const stale = (client: QueryClient) => client.invalidateQueries({ queryKey: ["rounds"] });

export function useMakeRound() {
  const client = useQueryClient();
  const [keys] = useState(idempotencyKeys);
  return useMutation({
    mutationFn: (input: RoundInput) =>
      api.post("/rounds", input, Round, { idempotencyKey: keys.of(input) }),
    onSuccess: () => keys.spend(),
    onSettled: () => stale(client),
  });
}

/** Candidates at the end of an agenda; answers the round. */
export function useAddToAgenda() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, candidateIds }: { id: string; candidateIds: string[] }) =>
      api.post(`/rounds/${id}/items`, { candidateIds }, Round),
    onError: notify.failed,
    onSettled: () => stale(client),
  });
}

export function useRoundDeeds(id: string) {
  const client = useQueryClient();
  const tag = () => client.getQueryData(roundQuery(id).queryKey)?.etag;
  const settle = { onError: notify.failed, onSettled: () => stale(client) };
  const order = useMutation({
    mutationFn: (ids: string[]) => api.put(`/rounds/${id}/items`, { order: ids }, Round),
    onMutate: (ids) => {
      client.setQueryData(roundQuery(id).queryKey, (known) => {
        if (!known) return known;
        const items = known.data.items.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
        return { ...known, data: { ...known.data, items } };
      });
    },
    ...settle,
  });
  const drop = useMutation({
    mutationFn: (iid: string) => api.delete(`/rounds/${id}/items/${iid}`, undefined, Round),
    ...settle,
  });
  const edit = useMutation({
    mutationFn: (patch: RoundPatch) =>
      api.patch(`/rounds/${id}`, patch, Round, { ifMatch: tag() ?? "" }),
    onSettled: () => stale(client),
  });
  const remove = useMutation({
    mutationFn: () => api.delete(`/rounds/${id}`, undefined, z.unknown(), { ifMatch: tag() ?? "" }),
    ...settle,
  });
  return { order, drop, edit, remove };
}

interface Deed {
  path: string;
  body?: object;
}

/** The host's deeds. Each says what was on screen; whoever was late is told, and shown what is now. */
export function useMeetingDeed(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: Deed) => api.post(`/rounds/${id}/${path}`, body, Meeting),
    onSuccess: (meeting) => client.setQueryData(meetingQuery(id).queryKey, meeting),
    onError: notify.failed,
    onSettled: () => stale(client),
  });
}
export type MeetingDeed = ReturnType<typeof useMeetingDeed>;

export function useVote(id: string, iid: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: VoteInput) => api.put(`/rounds/${id}/items/${iid}/vote`, input, Meeting),
    onSuccess: (meeting) => client.setQueryData(meetingQuery(id).queryKey, meeting),
    onSettled: () => stale(client),
  });
}

export function useDecide(id: string, iid: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: MeetingDecision) =>
      api.post(`/rounds/${id}/items/${iid}/decision`, input, Meeting),
    onSuccess: (meeting) => {
      client.setQueryData(meetingQuery(id).queryKey, meeting);
      for (const head of ["candidates", "stages", "ranking"])
        void client.invalidateQueries({ queryKey: [head] });
    },
    onSettled: () => stale(client),
  });
}
