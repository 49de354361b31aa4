import {
  EvidenceInput,
  EvidencePatch,
  evidenceKinds,
  evidenceStatuses,
} from "@highwater/shared/evidence/contract";
import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contractErrors } from "../../i18n/problem-text";
import { useShortcut } from "../../lib/shortcuts";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { useAddEvidence, useEditEvidence } from "./deeds";
import classes from "./evidence.module.css";
import { FileField } from "./file-field";
import { emptyValues, toInput, toPatch, type Values, valuesOf } from "./form-values";
import { pieceQuery } from "./queries";

interface AddEvidenceProps {
  candidateId: string;
  onClose: () => void;
}

export function AddEvidence({ candidateId, onClose }: AddEvidenceProps) {
  const { t } = useTranslation("evidence");
  const add = useAddEvidence(candidateId);
  const form = useForm<Values>({
    initialValues: emptyValues,
    validate: (values) => contractErrors(EvidenceInput)(toInput(values)),
  });
  const save = form.onSubmit((values) =>
    add.mutate(EvidenceInput.parse(toInput(values)), {
      onSuccess: onClose,
      onError: (error) => void placeProblem(form, error),
    }),
  );
  return (
    <Sheet form={form} onSave={save} pending={add.isPending} error={add.error} onClose={onClose}>
      <SegmentedControl
        aria-label={t("kindLabel")}
        data={evidenceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.getInputProps("kind")}
      />
    </Sheet>
  );
}

export function EditEvidence({ candidateId, id, onClose }: AddEvidenceProps & { id: string }) {
  const { data, error } = useQuery(pieceQuery(candidateId, id));
  if (!data) return <ProblemNote error={error} />;
  const props = { candidateId, id, onClose, etag: data.etag };
  return <EditForm {...props} start={valuesOf(data.data)} />;
}

interface EditFormProps extends AddEvidenceProps {
  id: string;
  start: Values;
  etag: string | undefined;
}

function EditForm({ candidateId, id, start, etag, onClose }: EditFormProps) {
  const edit = useEditEvidence(candidateId, id);
  const form = useForm<Values>({
    initialValues: start,
    validate: (values) => contractErrors(EvidencePatch)(toPatch(values)),
  });
  const save = form.onSubmit((values) =>
    edit.mutate(
      { patch: EvidencePatch.parse(toPatch(values)), etag },
      { onSuccess: onClose, onError: (error) => void placeProblem(form, error) },
    ),
  );
  return (
    <Sheet
      form={form}
      onSave={save}
      pending={edit.isPending}
      error={edit.error}
      onClose={onClose}
    />
  );
}

interface SheetProps {
  form: UseFormReturnType<Values>;
  onSave: (event?: React.FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  error: unknown;
  onClose: () => void;
  children?: React.ReactNode;
}

/** What each kind asks for. */
function Sheet({ form, onSave, pending, error, onClose, children }: SheetProps) {
  const { t } = useTranslation(["evidence", "common", "vocabulary"]);
  const { kind } = form.values;
  useShortcut("escape", onClose, { inFields: true });
  return (
    <form className={classes.form} onSubmit={onSave} noValidate>
      {children}
      {kind === "file" && children && <FileField form={form} />}
      {(kind === "link" || kind === "quote") && (
        <TextInput
          label={t("url")}
          inputMode="url"
          withAsterisk={kind === "link"}
          {...form.getInputProps("url")}
        />
      )}
      {kind === "call" && (
        <TextInput label={t("who")} withAsterisk maxLength={200} {...form.getInputProps("who")} />
      )}
      <Textarea
        label={t(`text.${kind}`)}
        description={kind === "call" ? t("markdown") : undefined}
        withAsterisk={kind === "quote" || kind === "call"}
        autosize
        minRows={kind === "call" ? 5 : 2}
        maxRows={16}
        {...form.getInputProps("text")}
      />
      <div className={classes.fields}>
        <TextInput label={t("titleLabel")} maxLength={300} {...form.getInputProps("title")} />
        <TextInput
          type="date"
          label={t("on")}
          withAsterisk={kind === "call"}
          {...form.getInputProps("on")}
        />
        <NativeSelect
          label={t("status")}
          data={evidenceStatuses.map((value) => ({
            value,
            label: t(`vocabulary:trialStatus.${value}`),
          }))}
          {...form.getInputProps("status")}
        />
      </div>
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
