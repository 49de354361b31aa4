import { markets } from "@highwater/shared/candidates/contract";
import {
  type Capability,
  type Release,
  releaseStatuses,
  startingLikelihood,
  vectors,
} from "@highwater/shared/tide/contract";
import { Group, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../ui/form-dialog";
import { placeProblem } from "../../ui/form-problems";
import { useKeepRelease } from "./deeds";
import { releaseQuery } from "./queries";
import { RaisesFields } from "./raises-fields";
import { type Facts, factsOf, inputOf } from "./release-facts";

interface ReleaseFormProps {
  release: Release | null;
  capabilities: readonly Capability[];
  onClose: () => void;
}

/** When, by whom, how likely, and what rises to where. */
export function ReleaseForm({ release, capabilities, onClose }: ReleaseFormProps) {
  const { t } = useTranslation(["tide", "common", "vocabulary"]);
  const { data } = useQuery({ ...releaseQuery(release?.id ?? ""), enabled: release !== null });
  const keep = useKeepRelease(release ? { id: release.id, etag: data?.etag ?? "" } : undefined);
  const form = useForm<Facts>({ initialValues: factsOf(release) });
  const { status } = form.values;
  const submit = form.onSubmit((facts) =>
    keep.mutate(inputOf(facts), {
      onSuccess: onClose,
      onError: (error) => void placeProblem(form, error),
    }),
  );
  return (
    <FormDialog
      title={t(release ? "tide:release.edit" : "tide:release.new")}
      size="lg"
      error={keep.error}
      saving={keep.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Group grow gap="sm" align="start">
        <TextInput
          label={t("tide:form.nameEn")}
          maxLength={120}
          data-autofocus
          {...form.getInputProps("name.en")}
        />
        <TextInput
          label={t("tide:form.nameZh")}
          maxLength={120}
          {...form.getInputProps("name.zh")}
        />
      </Group>
      <Group grow gap="sm" align="start">
        <TextInput type="date" label={t("tide:release.on")} {...form.getInputProps("on")} />
        <NativeSelect
          label={t("tide:release.vector")}
          data={vectors.map((value) => ({ value, label: t(`tide:vector.${value}`) }))}
          {...form.getInputProps("vector")}
        />
        <NativeSelect
          label={t("tide:release.market")}
          data={markets.map((value) => ({ value, label: t(`vocabulary:market.${value}`) }))}
          {...form.getInputProps("market")}
        />
      </Group>
      <Group grow gap="sm" align="start">
        <NativeSelect
          label={t("tide:release.status")}
          data={releaseStatuses.map((value) => ({ value, label: t(`tide:status.${value}`) }))}
          {...form.getInputProps("status")}
        />
        <NumberInput
          label={t("tide:release.likelihood")}
          placeholder={String(startingLikelihood[status])}
          step={0.1}
          {...form.getInputProps("likelihood")}
        />
      </Group>
      <RaisesFields form={form} capabilities={capabilities} />
      <TextInput
        label={t("tide:release.source")}
        maxLength={500}
        {...form.getInputProps("source")}
      />
    </FormDialog>
  );
}
