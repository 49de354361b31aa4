import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import { useUndoMerge } from "./queries";
import { useFactName } from "./use-fact-name";

/** Takes a merge back, and says what was left as somebody has edited it since. */
export function useUndo() {
  const { t } = useTranslation(["merges", "candidates"]);
  const undoing = useUndoMerge();
  const nameOf = useFactName();
  return (id: string) =>
    void undoing.mutateAsync(id).then(({ kept }) => {
      const facts = kept.map(nameOf).join(t("candidates:comma"));
      notify.done(kept.length > 0 ? t("kept", { facts }) : t("undone"));
    }, notify.failed);
}
