import { knownVerticals } from "@highwater/shared/candidates/contract";
import type { TideBoard } from "@highwater/shared/tide/board";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import { useConfirm } from "./deeds";
import classes from "./tide.module.css";

interface ConfirmingNoteProps {
  board: TideBoard;
  mayConfirm: boolean;
}

const isKnown = (vertical: string): vertical is (typeof knownVerticals)[number] =>
  (knownVerticals as readonly string[]).includes(vertical);

/** What of the board rests on proposals, confirmed a vertical at a time. */
export function ConfirmingNote({ board, mayConfirm }: ConfirmingNoteProps) {
  const { t } = useTranslation(["tide", "vocabulary"]);
  const confirm = useConfirm();
  const open = board.candidates.filter(({ reliance }) => reliance.some((one) => !one.confirmed));
  const waiting = new Map<string | null, string[]>();
  for (const { id, vertical } of open)
    waiting.set(vertical, [...(waiting.get(vertical) ?? []), id]);
  const nameOf = (vertical: string | null) => {
    if (vertical === null) return t("tide:confirming.noVertical");
    return isKnown(vertical) ? t(`vocabulary:vertical.${vertical}`) : vertical;
  };
  return (
    <div className={classes.notes}>
      {board.recused > 0 && (
        <p className={classes.dim}>{t("tide:recused", { count: board.recused })}</p>
      )}
      {open.length > 0 && (
        <div className={classes.actions}>
          <span className={classes.proposed}>
            {t("tide:confirming.title", { count: open.length })}
          </span>
          {mayConfirm &&
            [...waiting].map(([vertical, ids]) => (
              <Button
                key={vertical ?? ""}
                variant="default"
                size="compact-xs"
                loading={confirm.isPending}
                onClick={() =>
                  confirm.mutate(vertical === null ? { candidateIds: ids } : { vertical }, {
                    onSuccess: ({ confirmed }) =>
                      notify.done(t("tide:confirming.done", { count: confirmed })),
                  })
                }
              >
                {t("tide:confirming.vertical", { vertical: nameOf(vertical), count: ids.length })}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
}
