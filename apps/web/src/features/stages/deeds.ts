import { Candidate } from "@highwater/shared/candidates/contract";
import type { DecisionInput, Stage } from "@highwater/shared/stages/contract";
import { lifecycle } from "@highwater/shared/stages/lifecycle";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../lib/api";
import { notify } from "../../ui/notify";
import { undoToast } from "../../ui/undo-toast";
import { stale } from "./stale";

interface Move {
  id: string;
  name: string;
  from: Stage;
  to: Stage;
  /** The way back, which needs none itself. */
  back?: boolean;
}

/** Only a decision makes a candidate decided, so there is no way back to it by hand. */
const undoable = ({ from, to, back }: Move) =>
  !back && lifecycle[to].some((stage) => stage === from);

/** Moves a candidate to another stage and offers the way back. */
export function useMoveStage() {
  const { t } = useTranslation("stages");
  const client = useQueryClient();
  const mutation = useMutation({
    // A second key before the first move has arrived moves on from there.
    scope: { id: "stages.move" },
    mutationFn: ({ id, from, to }: Move) =>
      api.post(`/candidates/${id}/stage`, { stage: to, from }, Candidate),
    onSuccess: (_, move) => {
      const message = t("moved", { name: move.name, stage: t(move.to) });
      if (!undoable(move)) return notify.done(message);
      undoToast(
        message,
        () => mutation.mutate({ ...move, from: move.to, to: move.from, back: true }),
        move.id,
      );
    },
    onError: notify.failed,
    onSettled: () => stale(client),
  });
  return mutation;
}

interface Decided {
  id: string;
  name: string;
  input: DecisionInput;
}

/** Decides, and offers to take it back. */
export function useDecide() {
  const { t } = useTranslation("stages");
  const client = useQueryClient();
  const withdraw = useWithdraw();
  return useMutation({
    mutationFn: ({ id, input }: Decided) =>
      api.post(`/candidates/${id}/decision`, input, Candidate),
    onSuccess: (_, { id, name, input }) =>
      undoToast(
        t("decidedNow", { name, outcome: t(`outcome.${input.outcome}`) }),
        () => withdraw.mutate({ id, mine: true }),
        id,
      ),
    onSettled: () => stale(client),
  });
}

/** The candidate returns to the stage that it had before. */
export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, mine = false }: { id: string; mine?: boolean }) =>
      api.delete(`/candidates/${id}/decision`, undefined, Candidate, { query: { mine } }),
    onError: notify.failed,
    onSettled: () => stale(client),
  });
}
