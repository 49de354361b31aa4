import { TrialInput, trialStatuses } from "@highwater/shared/candidates/contract";
import { Button, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { contractErrors } from "../../i18n/problem-text";
import { useShortcut } from "../../lib/shortcuts";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { useRecordTrial } from "./deeds";
import classes from "./trials.module.css";
import { useWords } from "./words";

interface Values {
  task: string;
  grade: number | "";
  on: string;
  status: string;
  note: string;
}

const today = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

const toInput = ({ task, grade, on, status, note }: Values) => ({
  task: task.trim(),
  grade: grade === "" ? undefined : grade,
  on,
  status,
  note: note.trim() === "" ? null : note,
});

const errorsOf = contractErrors(TrialInput);

export function TrialForm({ candidateId, onClose }: { candidateId: string; onClose: () => void }) {
  const { t } = useTranslation(["candidates", "common"]);
  const words = useWords();
  const record = useRecordTrial(candidateId);
  const form = useForm<Values>({
    initialValues: { task: "", grade: "", on: today(), status: "first-hand", note: "" },
    validate: (values) => errorsOf(toInput(values)),
  });
  const submit = form.onSubmit((values) =>
    record.mutate(TrialInput.parse(toInput(values)), {
      onSuccess: onClose,
      onError: (error) => placeProblem(form, error),
    }),
  );
  useShortcut("escape", onClose, { inFields: true });
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t("candidates:trials.task")}
        description={t("candidates:trials.taskHint")}
        withAsterisk
        maxLength={500}
        autoFocus
        {...form.getInputProps("task")}
      />
      <div className={classes.fields}>
        <NumberInput
          label={t("candidates:trials.grade")}
          withAsterisk
          min={0}
          max={100}
          clampBehavior="none"
          hideControls
          {...form.getInputProps("grade")}
        />
        <TextInput
          type="date"
          label={t("candidates:trials.on")}
          withAsterisk
          {...form.getInputProps("on")}
        />
        <NativeSelect
          label={t("candidates:trials.status")}
          data={trialStatuses.map((value) => ({ value, label: words("trialStatus", value) }))}
          {...form.getInputProps("status")}
        />
      </div>
      <Textarea
        label={t("candidates:trials.note")}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps("note")}
      />
      <ProblemNote error={record.error} />
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={record.isPending}>
          {t("candidates:trials.save")}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t("common:act.cancel")}
        </Button>
      </div>
    </form>
  );
}
