import type { Capability } from "@highwater/shared/tide/contract";
import { ActionIcon, Button, Group, NativeSelect, NumberInput, Stack, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { useLocalized } from "../../ui/localized";
import type { Facts } from "./release-facts";

interface RaisesFieldsProps {
  form: UseFormReturnType<Facts>;
  capabilities: readonly Capability[];
}

/** Which capabilities rise, and to what. */
export function RaisesFields({ form, capabilities }: RaisesFieldsProps) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  const { raises } = form.values;
  const free = capabilities.filter(
    ({ key }) => !raises.some(({ capability }) => capability === key),
  );
  const levelOf = (key: string) => capabilities.find((one) => one.key === key)?.level ?? 0;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t("release.raises")}
      </Text>
      {raises.map(({ capability }, at) => (
        <Group key={capability} gap="xs" align="start" wrap="nowrap">
          <NativeSelect
            flex={1}
            aria-label={t("capability.name")}
            data={capabilities
              .filter(({ key }) => key === capability || free.some((one) => one.key === key))
              .map(({ key, name }) => ({ value: key, label: localized(name) }))}
            {...form.getInputProps(`raises.${at}.capability`)}
          />
          <NumberInput
            w={120}
            aria-label={t("form.level")}
            prefix={`${levelOf(capability)} → `}
            {...form.getInputProps(`raises.${at}.level`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t("form.remove")}
            onClick={() => form.removeListItem("raises", at)}
          >
            <IconX {...icon} />
          </ActionIcon>
        </Group>
      ))}
      {free[0] && (
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              const { key = "", level = 0 } = free[0] ?? {};
              form.insertListItem("raises", {
                capability: key,
                level: Math.min(100, Math.round(level + 10)),
              });
            }}
          >
            {t("form.raise")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
