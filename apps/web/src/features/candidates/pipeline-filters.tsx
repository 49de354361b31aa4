import { outcomes, stages } from "@highwater/shared/stages/contract";
import { Button, Checkbox, NativeSelect, Popover, Stack } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languageTag } from "../../i18n/i18n";
import { icon } from "../../ui/icon";
import { FieldCondition } from "./pipeline-condition";
import type { PipelineView } from "./pipeline-view";
import { facetsQuery } from "./queries";
import { useWords } from "./words";

export function PipelineFilterMenu(props: PipelineView) {
  const { t } = useTranslation("pipeline");
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={280}
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
          {t("filter.button")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("filter.button")}>
        <FilterFields {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterFields({ search, change, members, fields }: PipelineView) {
  const { t } = useTranslation(["pipeline", "stages"]);
  const words = useWords();
  const { data: facets } = useQuery(facetsQuery());
  const any = { value: "", label: t("filter.any") };
  const verticals = (facets?.verticals ?? [])
    .map((value) => ({ value, label: words("vertical", value) }))
    .sort((a, b) => a.label.localeCompare(b.label, languageTag()));
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t("column.stage")}
        value={search.stage ?? ""}
        data={[any, ...stages.map((value) => ({ value, label: t(`stages:${value}`) }))]}
        onChange={({ currentTarget: { value } }) =>
          change({ stage: stages.find((one) => one === value) })
        }
        data-autofocus
      />
      <NativeSelect
        label={t("column.vertical")}
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
      <NativeSelect
        label={t("column.owner")}
        value={search.owner ?? ""}
        data={[any, ...members.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => change({ owner: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t("stages:decision")}
        value={search.outcome ?? ""}
        data={[any, ...outcomes.map((value) => ({ value, label: t(`stages:outcome.${value}`) }))]}
        onChange={({ currentTarget: { value } }) =>
          change({ outcome: outcomes.find((one) => one === value) })
        }
      />
      <Checkbox
        label={t("filter.archived")}
        checked={search.archived !== undefined}
        onChange={(event) => change({ archived: event.currentTarget.checked ? "true" : undefined })}
      />
      {fields.length > 0 && <FieldCondition search={search} change={change} fields={fields} />}
    </Stack>
  );
}
