import {
  type AcceptInvitationInput,
  Membership,
  type PasswordInput,
  type SetupInput,
} from "@highwater/shared/team/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../lib/api";
import { notify } from "../../ui/notify";
import { sessionsQuery } from "./queries";

export interface Credentials {
  email: string;
  password: string;
}

const openSession = ({ email, password }: Credentials) =>
  api.post("/api/auth/sign-in/email", { email, password }, z.unknown());

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: openSession,
    onSuccess: () => client.clear(),
    meta: { public: true },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post("/api/auth/sign-out", {}, z.unknown()),
    onSuccess: () => client.clear(),
    meta: { public: true },
  });
}

export function useSetup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: SetupInput) => {
      await api.post("/setup", input, z.unknown());
      await openSession(input);
    },
    onSuccess: () => client.clear(),
    meta: { public: true },
  });
}

/** A newcomer is signed in with the password just chosen; someone signed in sends the token alone. */
export function useAcceptInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: AcceptInvitationInput) => {
      const membership = await api.post("/invitations/accept", input, Membership);
      if (input.email && input.password)
        await openSession({ email: input.email, password: input.password });
      return membership;
    },
    onSuccess: () => client.clear(),
    meta: { public: true },
  });
}

/** One session, or all others where none is named. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      api.delete(id === null ? "/me/sessions" : `/me/sessions/${id}`, undefined, z.undefined()),
    onError: notify.failed,
    onSettled: () => client.invalidateQueries(sessionsQuery),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: PasswordInput) => api.post("/me/password", input, z.undefined()),
    onSuccess: () => client.invalidateQueries(sessionsQuery),
  });
}
