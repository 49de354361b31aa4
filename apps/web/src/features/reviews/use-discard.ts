import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import { undoToast } from "../../ui/undo-toast";
import type { DraftSaver } from "./draft-saver";
import { discardDraft } from "./queries";

/** Drops the unsigned changes; for eight seconds they can be had back. */
export function useDiscard(candidateId: string, saver: DraftSaver) {
  const { t } = useTranslation("reviews");
  const deed = useMutation(discardDraft(useQueryClient(), candidateId));

  async function discard() {
    const dropped = saver.state().sheet;
    if (!(await saver.flush()) && saver.state().trouble?.kind === "conflict") return;
    try {
      const held = saver.state().base !== null;
      saver.tell({ type: "discarded", base: held ? await deed.mutateAsync() : null });
      undoToast(t("state.discarded"), () => saver.edit(dropped));
    } catch (error) {
      notify.failed(error);
    }
  }

  return () => void discard();
}
