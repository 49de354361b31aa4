import {
  DuelAnswers,
  TradeOffAnswers,
  TradeOffGroup,
} from "@highwater/shared/preferences/contract";
import { RankingPage } from "@highwater/shared/ranking/contract";
import { Rubric } from "@highwater/shared/rubrics/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api";

export const kinds = {
  "trade-offs": { path: "/preferences/trade-offs/mine", contract: TradeOffAnswers },
  duels: { path: "/preferences/duels/mine", contract: DuelAnswers },
};
export type Kind = keyof typeof kinds;
export type AnswersOf = {
  "trade-offs": TradeOffAnswers["answers"];
  duels: DuelAnswers["answers"];
};

/** One's own answers live in the cache while their page is open, so that no refetch goes back behind a key. */
export const answersQuery = <K extends Kind>(kind: K) =>
  queryOptions({
    queryKey: ["answers", kind],
    queryFn: async ({ signal }) => {
      const { data, etag } = await api.getWithTag(kinds[kind].path, kinds[kind].contract, {
        signal,
      });
      return { answers: data.answers as AnswersOf[K], etag };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const groupQuery = () =>
  queryOptions({
    queryKey: ["preferences", "group"],
    queryFn: ({ signal }) => api.get("/preferences/trade-offs", TradeOffGroup, { signal }),
  });

export const criteriaQuery = () =>
  queryOptions({
    queryKey: ["rubrics", "criteria"],
    queryFn: async ({ signal }) =>
      (await api.get("/rubrics/active", Rubric, { signal })).criteria.map(
        ({ key, name, inverted }) => ({ key, name, inverted }),
      ),
  });

export const leadersQuery = (limit: number) =>
  queryOptions({
    queryKey: ["ranking", "leaders", limit],
    queryFn: async ({ signal }) =>
      (await api.get("/ranking", RankingPage, { query: { limit }, signal })).items.map(
        ({ id, name, thesis }) => ({ id, name, thesis }),
      ),
  });
