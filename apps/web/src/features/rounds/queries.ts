import { CandidatePage } from "@highwater/shared/candidates/contract";
import { Meeting, Round, RoundList } from "@highwater/shared/rounds/contract";
import { type Edition, Memo } from "@highwater/shared/rounds/frozen";
import type { Stage } from "@highwater/shared/stages/contract";
import { queryOptions } from "@tanstack/react-query";
import { loadEveryWord } from "../../i18n/i18n";
import { api } from "../../lib/api";

export const roundsQuery = () =>
  queryOptions({
    queryKey: ["rounds", "list"],
    queryFn: ({ signal }) => api.get("/rounds", RoundList, { signal }),
  });

/** With its tag, for the next edit. */
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ["rounds", id],
    queryFn: ({ signal }) => api.getWithTag(`/rounds/${id}`, Round, { signal }),
  });

/** Asked again by every live event; and by itself, should one get lost. */
export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ["rounds", id, "live"],
    queryFn: ({ signal }) => api.get(`/rounds/${id}/live`, Meeting, { signal }),
    refetchInterval: 15_000,
    staleTime: 0,
  });

/** Frozen: it never changes, but what this reader may see of it can. */
export const memoQuery = (id: string, edition: Edition) =>
  queryOptions({
    queryKey: ["rounds", id, "memo", edition],
    queryFn: ({ signal }) => api.get(`/rounds/${id}/memo`, Memo, { query: { edition }, signal }),
  });

/** A memo may be printed in the language that isn't on screen. */
export const wordsQuery = (locale: "en" | "zh") =>
  queryOptions({
    queryKey: ["words", locale],
    queryFn: async () => {
      await loadEveryWord(locale);
      return locale;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const choicesQuery = (stage: Stage | null, q: string) =>
  queryOptions({
    queryKey: ["candidates", "agenda", stage, q],
    queryFn: ({ signal }) =>
      api.get("/candidates", CandidatePage, {
        query: { stage, q: q.trim() || null, limit: 100 },
        signal,
      }),
  });
