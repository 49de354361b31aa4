import type { Field, FieldPatch } from "@highwater/shared/fields/contract";
import { ActionIcon } from "@mantine/core";
import { IconArchive, IconArrowDown, IconArrowUp, IconPencil } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { UserText } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { undoToast } from "../../ui/undo-toast";
import { useEditField } from "./deeds";
import { EditField } from "./field-form";
import classes from "./fields.module.css";

interface FieldRowProps {
  field: Field;
  mayEdit: boolean;
  isFirst: boolean;
  isLast: boolean;
}

export function FieldRow({ field, mayEdit, isFirst, isLast }: FieldRowProps) {
  const { t } = useTranslation("fields");
  const [editing, setEditing] = useState(false);
  const edit = useEditField(field.id);
  const { name, type, options, position } = field;
  const put = (patch: FieldPatch, done?: () => void) => {
    if (!edit.isPending) edit.mutate({ patch }, { onError: notify.failed, onSuccess: done });
  };
  const move = (by: -1 | 1) => {
    if (by < 0 ? !isFirst : !isLast) put({ position: position + by });
  };
  const archive = () =>
    put({ archived: true }, () =>
      undoToast(t("archivedNow", { name }), () => put({ archived: false, position })),
    );
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? -1 : 1);
  };
  if (editing)
    return (
      <li>
        <EditField id={field.id} onClose={() => setEditing(false)} />
      </li>
    );
  return (
    <li className={classes.row} onKeyDown={mayEdit ? moveByKey : undefined}>
      <span className={classes.name}>
        <UserText>{name}</UserText>
      </span>
      <span className={classes.dim}>
        {t(`type.${type}`)} · <code>{field.key}</code>
        {options.length > 0 && ` · ${options.join(t("comma"))}`}
      </span>
      {mayEdit && (
        <span className={classes.acts}>
          <ActionIcon
            aria-label={t("up", { name })}
            aria-keyshortcuts="Alt+ArrowUp"
            aria-disabled={isFirst}
            data-disabled={isFirst || undefined}
            onClick={() => move(-1)}
          >
            <IconArrowUp {...icon} />
          </ActionIcon>
          <ActionIcon
            aria-label={t("down", { name })}
            aria-keyshortcuts="Alt+ArrowDown"
            aria-disabled={isLast}
            data-disabled={isLast || undefined}
            onClick={() => move(1)}
          >
            <IconArrowDown {...icon} />
          </ActionIcon>
          <ActionIcon aria-label={t("editNamed", { name })} onClick={() => setEditing(true)}>
            <IconPencil {...icon} />
          </ActionIcon>
          <ActionIcon aria-label={t("archiveNamed", { name })} onClick={archive}>
            <IconArchive {...icon} />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
