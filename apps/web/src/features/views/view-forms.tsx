import type { CountedView } from "@highwater/shared/views/contract";
import { mayShare } from "@highwater/shared/views/policy";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { useDeleteView, useEditView, useSaveView } from "./deeds";
import { viewQuery } from "./queries";
import classes from "./view-control.module.css";
import { ViewForm } from "./view-form";
import type { PanelProps } from "./view-props";

type FormProps = PanelProps & { focused: boolean };

export function SaveView({ page, text, role, focused, onView, onClose }: FormProps) {
  const { t } = useTranslation("views");
  const save = useSaveView();
  return (
    <ViewForm
      start={{ name: "", shared: false }}
      mayShare={mayShare({ role })}
      act={t("save")}
      focused={focused}
      pending={save.isPending}
      error={save.error}
      onSave={(values, onError) =>
        save.mutate(
          { ...values, page, query: text },
          {
            onError,
            onSuccess: ({ id, name }) => {
              onView(id);
              onClose();
              notify.done(t("saved", { name }));
            },
          },
        )
      }
    />
  );
}

interface EditProps extends Pick<FormProps, "role" | "focused" | "onClose"> {
  view: CountedView;
  /** The page stands in no view from then on. */
  onDeleted?: () => void;
}

export function EditView(props: EditProps) {
  const { view, role, focused, onClose } = props;
  const { t } = useTranslation(["views", "common"]);
  const { data, error } = useQuery(viewQuery(view.id));
  const edit = useEditView(view.id);
  if (!data) return <ProblemNote error={error} />;
  const { name, shared } = data.data;
  return (
    <ViewForm
      start={{ name, shared }}
      mayShare={view.mine && mayShare({ role })}
      act={t("common:act.save")}
      focused={focused}
      pending={edit.isPending}
      error={edit.error}
      onSave={(values, onError) =>
        edit.mutate(
          {
            patch: {
              ...(values.name === name ? {} : { name: values.name }),
              ...(values.shared === shared ? {} : { shared: values.shared }),
            },
            etag: data.etag,
          },
          {
            onError,
            onSuccess: () => {
              onClose();
              notify.done(t("views:saved", { name: values.name }));
            },
          },
        )
      }
    >
      <DeleteView {...props} />
    </ViewForm>
  );
}

/** One's own comes back by Undo; another's can't, so that is asked. */
function DeleteView({ view, onDeleted, onClose }: EditProps) {
  const { t } = useTranslation(["views", "common"]);
  const [asking, setAsking] = useState<boolean>();
  const remove = useDeleteView();
  const act = () =>
    remove.mutate(view, {
      onError: notify.failed,
      onSuccess: () => {
        onDeleted?.();
        onClose();
      },
    });
  if (asking)
    return (
      <>
        <p className={classes.note}>{t("views:deleteWarning", { name: view.by.name })}</p>
        <Button color="red.8" onClick={act} loading={remove.isPending}>
          {t("views:delete")}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)} autoFocus>
          {t("common:act.cancel")}
        </Button>
      </>
    );
  return (
    <Button
      variant="default"
      autoFocus={asking === false}
      loading={remove.isPending}
      onClick={view.mine ? act : () => setAsking(true)}
    >
      {t("views:delete")}
    </Button>
  );
}
