import { ClaimStatus } from "@highwater/shared/claims/contract";
import { Group, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../ui/form-dialog";
import { placeProblem } from "../../ui/form-problems";
import { useAddClaim } from "./queries";

const today = () => new Date().toISOString().slice(0, 10);

/** A sentence of which one can tell, on its day, whether it came true. */
export function ClaimForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("lab");
  const add = useAddClaim();
  const form = useForm({
    initialValues: {
      text: { en: "" },
      saidOn: today(),
      dueOn: "",
      status: "stated" as ClaimStatus,
      source: "",
    },
  });
  const submit = form.onSubmit(({ text, dueOn, source, ...facts }) =>
    add.mutate(
      {
        ...facts,
        text: { en: text.en, zh: text.en },
        dueOn: dueOn || null,
        source: source.trim() || null,
      },
      { onSuccess: onClose, onError: (error) => void placeProblem(form, error) },
    ),
  );
  return (
    <FormDialog
      title={t("claims.add")}
      error={add.error}
      saving={add.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        label={t("claims.text")}
        description={t("claims.textHint")}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps("text.en")}
      />
      <Group grow gap="sm" align="start">
        <TextInput type="date" label={t("claims.saidOn")} {...form.getInputProps("saidOn")} />
        <TextInput type="date" label={t("claims.dueOn")} {...form.getInputProps("dueOn")} />
      </Group>
      <NativeSelect
        label={t("claims.status")}
        data={ClaimStatus.options.map((value) => ({
          value,
          label: t(`claims.statuses.${value}`),
        }))}
        {...form.getInputProps("status")}
      />
      <TextInput label={t("claims.source")} maxLength={500} {...form.getInputProps("source")} />
    </FormDialog>
  );
}
