import { ClaimStatus } from "@highwater/shared/claims/contract";
import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { placeProblem } from "../../ui/form-problems";
import { ProblemNote } from "../../ui/problem-note";
import { useAddClaim } from "./queries";

const today = () => new Date().toISOString().slice(0, 10);

/** A sentence of which one can tell, on its day, whether it came true. */
export function ClaimForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["lab", "common"]);
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
    <Modal
      opened
      onClose={onClose}
      title={t("lab:claims.add")}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Textarea
            label={t("lab:claims.text")}
            description={t("lab:claims.textHint")}
            maxLength={500}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("text.en")}
          />
          <Group grow gap="sm" align="start">
            <TextInput
              type="date"
              label={t("lab:claims.saidOn")}
              {...form.getInputProps("saidOn")}
            />
            <TextInput type="date" label={t("lab:claims.dueOn")} {...form.getInputProps("dueOn")} />
          </Group>
          <NativeSelect
            label={t("lab:claims.status")}
            data={ClaimStatus.options.map((value) => ({
              value,
              label: t(`lab:claims.statuses.${value}`),
            }))}
            {...form.getInputProps("status")}
          />
          <TextInput
            label={t("lab:claims.source")}
            maxLength={500}
            {...form.getInputProps("source")}
          />
          <ProblemNote error={add.error} />
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:act.cancel")}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t("common:act.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
