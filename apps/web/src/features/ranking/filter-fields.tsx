import { stages } from "@highwater/shared/stages/contract";
import { NativeSelect, NumberInput, Stack } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { languageTag } from "../../i18n/i18n";
import { useVerticalName } from "../../ui/vertical-name";
import { facetsQuery } from "./queries";
import type { ViewProps } from "./view-props";

export type FilterProps = Pick<ViewProps, "search" | "change">;

export function FilterFields({ search, change }: FilterProps) {
  const { t } = useTranslation("ranking");
  const { t: stageName } = useTranslation("stages");
  const verticalName = useVerticalName();
  const { data: facets } = useQuery(facetsQuery());
  const any = { value: "", label: t("filter.any") };
  const least = useDebouncedCallback((minTotal: number | undefined) => change({ minTotal }), 300);
  const verticals = (facets?.verticals ?? [])
    .map((value) => ({ value, label: verticalName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, languageTag()));
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t("filter.stage")}
        value={search.stage ?? ""}
        data={[any, ...stages.map((value) => ({ value, label: stageName(value) }))]}
        onChange={(event) =>
          change({ stage: stages.find((one) => one === event.currentTarget.value) })
        }
        data-autofocus
      />
      <NativeSelect
        label={t("filter.vertical")}
        value={search.vertical ?? ""}
        data={[any, ...verticals]}
        onChange={(event) => change({ vertical: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t("filter.tag")}
        value={search.tag ?? ""}
        data={[any, ...(facets?.tags ?? []).map((value) => ({ value, label: value }))]}
        onChange={(event) => change({ tag: event.currentTarget.value || undefined })}
      />
      <NumberInput
        label={t("filter.minTotal")}
        min={0}
        max={100}
        clampBehavior="strict"
        decimalScale={1}
        defaultValue={search.minTotal ?? ""}
        onChange={(value) => least(typeof value === "number" ? value : undefined)}
      />
    </Stack>
  );
}
