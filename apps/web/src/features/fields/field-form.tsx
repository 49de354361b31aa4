import { FieldInput, type FieldType, fieldTypes } from "@highwater/shared/fields/contract";
import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contractErrors } from "../../i18n/problem-text";
import { useShortcut } from "../../lib/shortcuts";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { useAddFields, useEditField } from "./deeds";
import classes from "./fields.module.css";
import { fieldQuery } from "./queries";

interface Values {
  name: string;
  type: FieldType;
  /** One a line. */
  options: string;
}

const toInput = ({ name, type, options }: Values) => ({
  name,
  type,
  options:
    type === "select"
      ? options
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean)
      : [],
});

interface FormProps {
  start: Values;
  /** The type of a field that is there already stays. */
  fixed: boolean;
  pending: boolean;
  error: unknown;
  onSave: (input: ReturnType<typeof toInput>, refused: (error: unknown) => void) => void;
  onClose: () => void;
}

const errorsOf = contractErrors(FieldInput);

function FieldForm({ start, fixed, pending, error, onSave, onClose }: FormProps) {
  const { t } = useTranslation(["fields", "common"]);
  const form = useForm<Values>({
    initialValues: start,
    validate: (values) => errorsOf(toInput(values)),
  });
  useShortcut("escape", onClose, { inFields: true });
  const save = form.onSubmit((values) =>
    onSave(toInput(values), (refusal) => void placeProblem(form, refusal)),
  );
  return (
    <form className={classes.form} onSubmit={save} noValidate>
      <div className={classes.inputs}>
        <TextInput
          label={t("fields:name")}
          maxLength={60}
          autoFocus
          {...form.getInputProps("name")}
        />
        <NativeSelect
          label={t("fields:typeLabel")}
          disabled={fixed}
          data={fieldTypes.map((value) => ({ value, label: t(`fields:type.${value}`) }))}
          {...form.getInputProps("type")}
        />
      </div>
      {form.values.type === "select" && (
        <Textarea
          label={t("fields:options")}
          description={t(fixed ? "fields:optionsKept" : "fields:optionsHint")}
          autosize
          minRows={3}
          maxRows={12}
          {...form.getInputProps("options")}
        />
      )}
      <ProblemNote error={error} />
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={pending}>
          {t("common:act.save")}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t("common:act.cancel")}
        </Button>
      </div>
    </form>
  );
}

export function AddField({ onClose }: { onClose: () => void }) {
  const add = useAddFields();
  return (
    <FieldForm
      start={{ name: "", type: "text", options: "" }}
      fixed={false}
      pending={add.isPending}
      error={add.error}
      onSave={(input, onError) => add.mutate([input], { onSuccess: onClose, onError })}
      onClose={onClose}
    />
  );
}

export function EditField({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error } = useQuery(fieldQuery(id));
  const edit = useEditField(id);
  if (!data) return <ProblemNote error={error} />;
  const { name, type, options } = data.data;
  return (
    <FieldForm
      start={{ name, type, options: options.join("\n") }}
      fixed
      pending={edit.isPending}
      error={edit.error}
      onSave={({ type: _, ...patch }, onError) =>
        edit.mutate({ patch, etag: data.etag }, { onSuccess: onClose, onError })
      }
      onClose={onClose}
    />
  );
}
