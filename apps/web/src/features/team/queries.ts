import {
  ApiToken,
  Invitation,
  InvitationPreview,
  Me,
  Member,
  Session,
  SetupStatus,
  Team,
} from "@highwater/shared/team/contract";
import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../lib/api";

const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

const Members = listOf(Member);
const Invitations = listOf(Invitation);
const Tokens = listOf(ApiToken);
const Sessions = listOf(Session);

/** "me" and "setup" are the same in every team: see `lib/query-client.ts`. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => api.get("/me", Me, { signal }),
  staleTime: 60_000,
  meta: { public: true },
});

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: ({ signal }) => api.get("/setup", SetupStatus, { signal }),
  meta: { public: true },
});

export const invitationPreviewQuery = (token: string) =>
  queryOptions({
    queryKey: ["setup", "invitation", token],
    queryFn: ({ signal }) =>
      api.get("/invitations/preview", InvitationPreview, { query: { token }, signal }),
    meta: { public: true },
  });

/** With its ETag, for the next edit. */
export const teamQuery = (id: string) =>
  queryOptions({
    queryKey: ["team", id],
    queryFn: ({ signal }) => api.getWithTag(`/teams/${id}`, Team, { signal }),
  });

/** All of them, for their names; whom one may choose says `isStanding` in shared. */
export const membersQuery = queryOptions({
  queryKey: ["team", "members"],
  queryFn: async ({ signal }) => (await api.get("/members", Members, { signal })).items,
  staleTime: 60_000,
});

export const invitationsQuery = queryOptions({
  queryKey: ["team", "invitations"],
  queryFn: async ({ signal }) => (await api.get("/invitations", Invitations, { signal })).items,
});

export const tokensQuery = queryOptions({
  queryKey: ["team", "tokens"],
  queryFn: async ({ signal }) => (await api.get("/tokens", Tokens, { signal })).items,
});

/** One's own, in whatever team: above the teams, as "me" is. */
export const sessionsQuery = queryOptions({
  queryKey: ["me", "sessions"],
  queryFn: async ({ signal }) => (await api.get("/me/sessions", Sessions, { signal })).items,
});
