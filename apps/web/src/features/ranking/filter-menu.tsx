import { stages } from "@highwater/shared/stages/contract";
import { Button, NativeSelect, NumberInput, Popover, Stack } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languageTag } from "../../i18n/i18n";
import { icon } from "../../ui/icon";
import { useVerticalName } from "../../ui/vertical-name";
import { facetsQuery } from "./queries";
import type { ViewProps } from "./view-props";

type FilterProps = Pick<ViewProps, "search" | "change">;

export function FilterMenu(props: FilterProps) {
  const { t } = useTranslation("ranking");
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={260}
      position="bottom-start"
      trapFocus
      withRoles
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter {...icon} />}
          onClick={() => setOpen(!open)}
        >
          {t("filter.add")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("filter.title")}>
        <FilterFields {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterFields({ search, change }: FilterProps) {
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
