import {
  type AcceptInvitationInput,
  Membership,
  type SetupInput,
} from "@highwater/shared/team/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../lib/api";

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
