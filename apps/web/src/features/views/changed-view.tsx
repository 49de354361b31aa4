import type { View } from "@highwater/shared/views/contract";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import { useEditView } from "./deeds";

/** The page shows something else by now than its view: that can become the view. */
export function ChangedView({ view, text }: { view: View; text: string }) {
  const { t } = useTranslation("views");
  const edit = useEditView(view.id);
  if (!view.mine) return <span role="status">{t("changed")}</span>;
  return (
    <Button
      variant="default"
      loading={edit.isPending}
      onClick={() =>
        edit.mutate(
          { patch: { query: text } },
          {
            onSuccess: () => notify.done(t("saved", { name: view.name })),
            onError: notify.failed,
          },
        )
      }
    >
      {t("saveChanges")}
    </Button>
  );
}
