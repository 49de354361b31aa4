import {
  CreatedInvitation,
  CreatedToken,
  type InvitationInput,
  Member,
  type MemberPatch,
  Team,
  type TeamPatch,
  type TokenInput,
} from "@highwater/shared/team/contract";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../lib/api";
import { notify } from "../../ui/notify";
import { invitationsQuery, membersQuery, meQuery, teamQuery, tokensQuery } from "./queries";

const Nothing = z.undefined();

export function useEditTeam(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ patch, etag }: { patch: TeamPatch; etag: string | undefined }) =>
      api.patchWithTag(`/teams/${id}`, patch, Team, { ifMatch: etag }),
    onSuccess: async () => {
      await client.invalidateQueries(teamQuery(id));
      await client.invalidateQueries(meQuery);
    },
  });
}

const membersChanged = (client: QueryClient) =>
  Promise.all([client.invalidateQueries(membersQuery), client.invalidateQueries(meQuery)]);

export function useEditMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, patch }: { id: string; patch: MemberPatch }) =>
      api.patch(`/members/${id}`, patch, Member),
    onError: notify.failed,
    onSettled: () => membersChanged(client),
  });
}

export function useRemoveMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/members/${id}`, undefined, Nothing),
    onError: notify.failed,
    onSettled: () => membersChanged(client),
  });
}

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: InvitationInput) => api.post("/invitations", input, CreatedInvitation),
    onSuccess: () => client.invalidateQueries(invitationsQuery),
  });
}

export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/invitations/${id}`, undefined, Nothing),
    onError: notify.failed,
    onSettled: () => client.invalidateQueries(invitationsQuery),
  });
}

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: TokenInput) => api.post("/tokens", input, CreatedToken),
    onSuccess: () => client.invalidateQueries(tokensQuery),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/tokens/${id}`, undefined, Nothing),
    onError: notify.failed,
    onSettled: () => client.invalidateQueries(tokensQuery),
  });
}
