import { type Claim, type Outcome, outcomes } from "@highwater/shared/claims/contract";
import { NativeSelect, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../ui/form-dialog";
import { placeProblem } from "../../ui/form-problems";
import { useLocalized } from "../../ui/localized";
import classes from "./claims.module.css";
import { claimQuery, useEditClaim } from "./queries";

/** What came of it, and what that rests on; it can be taken back. */
export function OutcomeForm({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { t } = useTranslation("lab");
  const localized = useLocalized();
  const { data } = useQuery(claimQuery(claim.id));
  const edit = useEditClaim(claim.id, data?.etag ?? "");
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
    <FormDialog
      title={t("claims.decide")}
      error={edit.error}
      saving={edit.isPending || data === undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={classes.quoted}>{localized(claim.text)}</p>
      <NativeSelect
        label={t("claims.outcome")}
        description={t("claims.outcomeHint")}
        data-autofocus
        data={["" as const, ...outcomes].map((value) => ({
          value,
          label: t(`claims.outcomes.${value || "open"}`),
        }))}
        {...form.getInputProps("outcome")}
      />
      <Textarea
        label={t("claims.note")}
        maxLength={2000}
        autosize
        minRows={2}
        {...form.getInputProps("note")}
      />
    </FormDialog>
  );
}
