import { type Vector, vectors } from "@highwater/shared/tide/contract";
import type { Reliance, RelianceInput } from "@highwater/shared/tide/reliance";
import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { capabilitiesQuery } from "./queries";
import classes from "./tide.module.css";

interface RelianceFormProps {
  reliance: Reliance;
  pending: boolean;
  error: unknown;
  onSave: (input: RelianceInput) => void;
  onClose: () => void;
}

interface Values {
  items: { capability: string; percent: number }[];
  vectors: Vector[];
}

/** In hundredths of the candidate's worth; what is left over leans on no model. */
export function RelianceForm({ reliance, pending, error, onSave, onClose }: RelianceFormProps) {
  const { t } = useTranslation(["tide", "common"]);
  const localized = useLocalized();
  const { data: capabilities } = useQuery(capabilitiesQuery);
  const form = useForm<Values>({
    initialValues: {
      items: reliance.items.map(({ capability, share }) => ({
        capability,
        percent: Math.round(share * 100),
      })),
      vectors: reliance.vectors,
    },
  });
  const { items } = form.values;
  const known = capabilities?.items ?? [];
  const free = known.filter(({ key }) => !items.some(({ capability }) => capability === key));
  const left = 100 - items.reduce((sum, { percent }) => sum + (Number(percent) || 0), 0);
  const save = form.onSubmit((values) =>
    onSave({
      items: values.items
        .filter(({ percent }) => percent > 0)
        .map(({ capability, percent }) => ({ capability, share: percent / 100, confirmed: true })),
      vectors: values.vectors,
    }),
  );
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="xs">
        {items.map(({ capability }, at) => (
          <Group key={capability} gap="xs" wrap="nowrap">
            <NativeSelect
              flex={1}
              aria-label={t("tide:capability.name")}
              data={known
                .filter(({ key }) => key === capability || free.some((one) => one.key === key))
                .map(({ key, name }) => ({ value: key, label: localized(name) }))}
              {...form.getInputProps(`items.${at}.capability`)}
            />
            <NumberInput
              w={96}
              min={0}
              max={100}
              suffix=" %"
              aria-label={t("tide:reliance.share")}
              {...form.getInputProps(`items.${at}.percent`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t("tide:form.remove")}
              onClick={() => form.removeListItem("items", at)}
            >
              <IconX {...icon} />
            </ActionIcon>
          </Group>
        ))}
        <Group gap="sm">
          {free[0] && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() =>
                form.insertListItem("items", { capability: free[0]?.key ?? "", percent: 10 })
              }
            >
              {t("tide:reliance.add")}
            </Button>
          )}
          <span className={left < 0 ? classes.crosses : classes.dim}>
            {t(left < 0 ? "tide:reliance.tooMuch" : "tide:reliance.left", { left: Math.abs(left) })}
          </span>
        </Group>
        <Checkbox.Group label={t("tide:vectors.label")} {...form.getInputProps("vectors")}>
          <Group gap="md" mt={4}>
            {vectors.map((vector) => (
              <Checkbox key={vector} size="xs" value={vector} label={t(`tide:vector.${vector}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <ProblemNote error={error} />
        <Group gap="sm">
          <Button type="submit" loading={pending} disabled={left < 0}>
            {t("tide:reliance.save")}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t("common:act.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
