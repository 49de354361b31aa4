import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "../../lib/api";
import { notify } from "../../ui/notify";
import { type AnswersOf, answersQuery, groupQuery, type Kind, kinds } from "./queries";

/** One's own answers: shown at once, saved one after another, asked again when a save fails. */
export function useAnswers<K extends Kind>(kind: K) {
  const client = useQueryClient();
  const query = answersQuery(kind);
  const { data, error, refetch } = useQuery(query);
  const save = useMutation({
    scope: { id: `answers.${kind}` },
    mutationFn: async (answers: AnswersOf[K]) => {
      const ifMatch = client.getQueryData(query.queryKey)?.etag ?? "";
      const contract: z.ZodType = kinds[kind].contract;
      return api.putWithTag(kinds[kind].path, { answers }, contract, { ifMatch });
    },
    onSuccess: ({ etag }) => {
      client.setQueryData(query.queryKey, (now) => now && { ...now, etag });
      void client.invalidateQueries(groupQuery());
    },
    onError: (failure) => {
      notify.failed(failure);
      void refetch();
    },
  });
  const change = (answers: AnswersOf[K]) => {
    client.setQueryData(query.queryKey, (now) => now && { ...now, answers });
    save.mutate(answers);
  };
  return { answers: data?.answers, error, refetch, change };
}
