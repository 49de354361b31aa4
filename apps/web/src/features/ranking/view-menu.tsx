import { Button, Checkbox, Divider, Popover, Stack, Text } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { useLocalized } from "../../ui/localized";
import { type Column, columnsOf, pinned, shownColumns, toggled } from "./columns";
import classes from "./ranking-view.module.css";
import type { ViewProps } from "./view-props";

interface ViewMenuProps extends ViewProps {
  compact: boolean;
  onCompact: (compact: boolean) => void;
}

/** Which columns are shown, and how tall the rows are. */
export function ViewMenu({ search, rubric, change, compact, onCompact }: ViewMenuProps) {
  const { t } = useTranslation("ranking");
  const localized = useLocalized();
  const all = columnsOf(rubric.criteria);
  const shown = new Set(shownColumns(all, search.cols).map(({ key }) => key));
  const nameOf = (column: Column) => {
    if (column.kind === "criterion") return localized(column.criterion.short);
    return t(column.kind === "champions" ? "column.championsLong" : `column.${column.kind}`);
  };
  return (
    <Popover width={220} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button className={classes.view} variant="default" leftSection={<IconColumns3 {...icon} />}>
          {t("view.button")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("view.button")}>
        <Stack gap="sm">
          <Text size="xs" c="dimmed">
            {t("view.columns")}
          </Text>
          {all
            .filter((column) => !pinned(column))
            .map((column) => (
              <Checkbox
                key={column.key}
                label={nameOf(column)}
                checked={shown.has(column.key)}
                onChange={() => change({ cols: toggled(all, search.cols, column.key) })}
              />
            ))}
          <Divider />
          <Checkbox
            label={t("view.compact")}
            checked={compact}
            onChange={(event) => onCompact(event.currentTarget.checked)}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
