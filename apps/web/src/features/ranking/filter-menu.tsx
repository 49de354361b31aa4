import { Button, Popover } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import type { FilterProps } from "./filter-fields";

const load = () => import("./filter-fields");
const FilterFields = lazy(async () => ({ default: (await load()).FilterFields }));

/** The fields are fetched by whoever reaches for them: the first page waits for none. */
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
          onPointerEnter={load}
          onFocus={load}
        >
          {t("filter.add")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("filter.title")}>
        <Suspense>
          <FilterFields {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
