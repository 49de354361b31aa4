import { type Capability, levelStatuses } from "@highwater/shared/tide/contract";
import { Group, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../ui/form-dialog";
import { placeProblem } from "../../ui/form-problems";
import { useKeepCapability } from "./deeds";
import { capabilityQuery } from "./queries";

interface CapabilityFormProps {
  capability: Capability | null;
  onClose: () => void;
}

const keyFor = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 36) || `capability-${Date.now().toString(36)}`;

/** A level with where it comes from; every change is a line of its history. */
export function CapabilityForm({ capability, onClose }: CapabilityFormProps) {
  const { t } = useTranslation(["tide", "common"]);
  const { data } = useQuery({
    ...capabilityQuery(capability?.id ?? ""),
    enabled: capability !== null,
  });
  const keep = useKeepCapability(
    capability ? { id: capability.id, etag: data?.etag ?? "" } : undefined,
  );
  const form = useForm({
    initialValues: {
      name: { en: capability?.name.en ?? "", zh: capability?.name.zh ?? "" },
      level: capability?.level ?? 50,
      status: capability?.status ?? "estimated",
      source: capability?.source ?? "",
    },
  });
  const submit = form.onSubmit(({ name, source, ...facts }) => {
    const both = { en: name.en.trim() || name.zh, zh: name.zh.trim() || name.en };
    const input = { ...facts, name: both, source: source.trim() || null };
    keep.mutate(capability ? input : { ...input, key: keyFor(name.en) }, {
      onSuccess: onClose,
      onError: (error) => void placeProblem(form, error),
    });
  });
  return (
    <FormDialog
      title={t(capability ? "tide:capability.edit" : "tide:capability.new")}
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
        <NumberInput
          label={t("tide:form.level")}
          description={t("tide:form.levelHint")}
          {...form.getInputProps("level")}
        />
        <NativeSelect
          label={t("tide:capability.status")}
          description={t("tide:form.statusHint")}
          data={levelStatuses.map((value) => ({
            value,
            label: t(`tide:levelStatus.${value}`),
          }))}
          {...form.getInputProps("status")}
        />
      </Group>
      <TextInput
        label={t("tide:release.source")}
        maxLength={500}
        {...form.getInputProps("source")}
      />
    </FormDialog>
  );
}
