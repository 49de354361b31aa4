import { type Field, maxFields } from "@highwater/shared/fields/contract";
import { starterFields } from "@highwater/shared/fields/starter";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLocale } from "../../i18n/i18n";
import { icon } from "../../ui/icon";
import { UserText } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { useAddFields, useEditField } from "./deeds";
import { AddField } from "./field-form";
import { FieldRow } from "./field-row";
import classes from "./fields.module.css";
import { allFieldsQuery } from "./queries";

/** The team's own columns: added, renamed, put in order, archived and restored. */
export function FieldSettings({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation("fields");
  const { data = [], error, isSuccess, refetch } = useQuery(allFieldsQuery);
  const [adding, setAdding] = useState(false);
  const live = data.filter(({ archivedAt }) => archivedAt === null);
  const archived = data.filter(({ archivedAt }) => archivedAt !== null);
  return (
    <>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {isSuccess && live.length === 0 && <p className={classes.dim}>{t("none")}</p>}
      {live.length > 0 && (
        <ol className={classes.list} aria-label={t("title")}>
          {live.map((field, at) => (
            <FieldRow
              key={field.id}
              field={field}
              mayEdit={mayEdit}
              isFirst={at === 0}
              isLast={at === live.length - 1}
            />
          ))}
        </ol>
      )}
      {adding && <AddField onClose={() => setAdding(false)} />}
      {mayEdit && isSuccess && !adding && (
        <div className={classes.buttons}>
          <Button
            variant="default"
            leftSection={<IconPlus {...icon} />}
            disabled={live.length >= maxFields}
            onClick={() => setAdding(true)}
          >
            {t("add")}
          </Button>
          <Starter fields={data} />
          <span className={classes.dim}>{t("count", { count: live.length, most: maxFields })}</span>
        </div>
      )}
      {archived.length > 0 && (
        <details>
          <summary className={classes.dim}>{t("archived", { count: archived.length })}</summary>
          <ul className={classes.list}>
            {archived.map((field) => (
              <ArchivedRow key={field.id} field={field} mayEdit={mayEdit} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Those of the starter set that the team has never had. */
function Starter({ fields }: { fields: readonly Field[] }) {
  const { t } = useTranslation("fields");
  const add = useAddFields();
  const names = fields.map(({ name }) => name.toLowerCase());
  const fresh = starterFields(currentLocale()).filter(
    ({ key, name }) =>
      !fields.some((field) => field.key === key) && !names.includes(name.toLowerCase()),
  );
  if (fresh.length === 0) return null;
  return (
    <Button
      variant="default"
      classNames={{ root: classes.starter ?? "", label: classes.words ?? "" }}
      loading={add.isPending}
      onClick={() => add.mutate(fresh, { onError: notify.failed })}
    >
      {t("starter", { names: fresh.map(({ name }) => name).join(t("comma")) })}
    </Button>
  );
}

function ArchivedRow({ field, mayEdit }: { field: Field; mayEdit: boolean }) {
  const { t } = useTranslation("fields");
  const edit = useEditField(field.id);
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        <UserText>{field.name}</UserText>
      </span>
      <span className={classes.dim}>{t(`type.${field.type}`)}</span>
      {mayEdit && (
        <Button
          variant="default"
          loading={edit.isPending}
          aria-label={t("restoreNamed", { name: field.name })}
          onClick={() => edit.mutate({ patch: { archived: false } }, { onError: notify.failed })}
        >
          {t("restore")}
        </Button>
      )}
    </li>
  );
}
