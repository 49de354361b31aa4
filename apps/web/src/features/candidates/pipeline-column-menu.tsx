import { Button, Checkbox, Popover, Stack } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import classes from "./pipeline.module.css";
import type { Column, useColumns } from "./pipeline-columns";

export function useColumnName() {
  const { t } = useTranslation("pipeline");
  return (column: Column) =>
    column.kind === "field" ? column.field.name : t(`column.${column.kind}`);
}

export function PipelineColumnMenu({ all, shown, toggle }: ReturnType<typeof useColumns>) {
  const { t } = useTranslation("pipeline");
  const nameOf = useColumnName();
  return (
    <Popover width={220} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button
          className={classes.columnMenu}
          variant="default"
          leftSection={<IconColumns3 {...icon} />}
        >
          {t("columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("columns")}>
        <Stack gap="sm">
          {all
            .filter(({ kind }) => kind !== "name")
            .map((column) => (
              <Checkbox
                key={column.key}
                label={nameOf(column)}
                checked={shown.includes(column)}
                onChange={() => toggle(column.key)}
              />
            ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
