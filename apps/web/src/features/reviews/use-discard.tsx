import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import type { DraftSaver } from "./draft-saver";
import { discardDraft } from "./queries";
import type { Sheet } from "./sheet";

/** Drops the unsigned changes; for eight seconds they can be had back. */
export function useDiscard(candidateId: string, saver: DraftSaver) {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation("common");
  const deed = useMutation(discardDraft(useQueryClient(), candidateId));

  function offerUndo(dropped: Sheet) {
    const undo = (id: string) => {
      notifications.hide(id);
      saver.edit(dropped);
    };
    const id = notifications.show({ message: "", autoClose: 8000 });
    notifications.update({
      id,
      autoClose: 8000,
      message: (
        <>
          {t("state.discarded")}{" "}
          <Button variant="subtle" size="compact-sm" onClick={() => undo(id)}>
            {common("act.undo")}
          </Button>
        </>
      ),
    });
  }

  return () => void discard();

  async function discard() {
    const dropped = saver.state().sheet;
    if (!(await saver.flush()) && saver.state().trouble?.kind === "conflict") return;
    try {
      const held = saver.state().base !== null;
      saver.tell({ type: "discarded", base: held ? await deed.mutateAsync() : null });
      offerUndo(dropped);
    } catch (error) {
      notify.failed(error);
    }
  }
}
