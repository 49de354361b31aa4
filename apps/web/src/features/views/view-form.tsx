import { ViewInput } from "@highwater/shared/views/contract";
import { Button, Checkbox, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { contractErrors } from "../../i18n/problem-text";
import { isProblem } from "../../lib/api-problem";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import classes from "./view-control.module.css";

interface Values {
  name: string;
  shared: boolean;
}

interface FormProps {
  start: Values;
  mayShare: boolean;
  /** What its button does. */
  act: string;
  focused: boolean;
  pending: boolean;
  error: unknown;
  onSave: (values: Values, refused: (error: unknown) => void) => void;
  children?: ReactNode;
}

const errorsOf = contractErrors(ViewInput.pick({ name: true, shared: true }));

/** What the API says of the name or the query stands by the form; anything else below it. */
export function ViewForm(props: FormProps) {
  const { start, mayShare, act, focused, pending, error, onSave, children } = props;
  const { t } = useTranslation("views");
  const form = useForm<Values>({ initialValues: start, validate: errorsOf });
  const save = form.onSubmit((values) =>
    onSave({ ...values, name: values.name.trim() }, (refusal) => void placeProblem(form, refusal)),
  );
  const placed = isProblem(error) && error.errors.some(({ pointer }) => pointer === "#/name");
  return (
    <form className={classes.form} onSubmit={save} noValidate>
      <TextInput
        label={t("name")}
        maxLength={80}
        autoFocus={focused}
        data-autofocus={focused || undefined}
        {...form.getInputProps("name")}
      />
      {mayShare && (
        <Checkbox
          label={t("share")}
          description={t("shareHint")}
          {...form.getInputProps("shared", { type: "checkbox" })}
        />
      )}
      {!placed && <ProblemNote error={error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={pending}>
          {act}
        </Button>
        {children}
      </div>
    </form>
  );
}
