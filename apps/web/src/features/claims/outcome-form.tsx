import { type Claim, type Outcome, outcomes } from "@highwater/shared/claims/contract";
import { Button, Group, Modal, NativeSelect, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { placeProblem } from "../../ui/form-problems";
import { useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import classes from "./claims.module.css";
import { useEditClaim } from "./queries";

/** What came of it, and what that rests on; it can be taken back. */
export function OutcomeForm({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { t } = useTranslation(["lab", "common"]);
  const localized = useLocalized();
  const edit = useEditClaim(claim.id);
  const form = useForm({
    initialValues: { outcome: (claim.outcome ?? "") as Outcome | "", note: claim.note ?? "" },
  });
  const submit = form.onSubmit(({ outcome, note }) =>
    edit.mutate(
      { outcome: outcome || null, note: note.trim() === "" ? null : note },
      { onSuccess: onClose, onError: (error) => void placeProblem(form, error) },
    ),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("lab:claims.decide")}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <p className={classes.quoted}>{localized(claim.text)}</p>
          <NativeSelect
            label={t("lab:claims.outcome")}
            description={t("lab:claims.outcomeHint")}
            data-autofocus
            data={["" as const, ...outcomes].map((value) => ({
              value,
              label: t(`lab:claims.outcomes.${value || "open"}`),
            }))}
            {...form.getInputProps("outcome")}
          />
          <Textarea
            label={t("lab:claims.note")}
            maxLength={2000}
            autosize
            minRows={2}
            {...form.getInputProps("note")}
          />
          <ProblemNote error={edit.error} />
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:act.cancel")}
            </Button>
            <Button type="submit" loading={edit.isPending}>
              {t("common:act.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
