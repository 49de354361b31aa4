import { Candidate } from "@highwater/shared/candidates/contract";
import type { Stage } from "@highwater/shared/stages/contract";
import { lifecycle } from "@highwater/shared/stages/lifecycle";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../lib/api";
import { notify } from "../../ui/notify";
import { undoToast } from "../../ui/undo-toast";

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
    mutationFn: ({ id, to }: Move) => api.post(`/candidates/${id}/stage`, { stage: to }, Candidate),
    onSuccess: (_, move) => {
      const message = t("moved", { name: move.name, stage: t(move.to) });
      if (!undoable(move)) return notify.done(message);
      undoToast(message, () =>
        mutation.mutate({ ...move, from: move.to, to: move.from, back: true }),
      );
    },
    onError: notify.failed,
    onSettled: () =>
      Promise.all(
        ["candidates", "ranking", "explanation", "reviews"].map((head) =>
          client.invalidateQueries({ queryKey: [head] }),
        ),
      ),
  });
  return mutation;
}
