import type { Role } from "@highwater/shared/team/contract";
import type { CountedView } from "@highwater/shared/views/contract";
import { ActionIcon, Popover } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EditView } from "./view-forms";
import classes from "./view-list.module.css";

interface ViewMoreProps {
  view: CountedView;
  role: Role;
}

/** Renames, shares or deletes a view where it is listed, without opening it. */
export function ViewMore({ view, role }: ViewMoreProps) {
  const { t } = useTranslation("views");
  const [open, setOpen] = useState(false);
  const label = t("change", { name: view.name });
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={300}
      position="right-start"
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          className={classes.more}
          data-open={open || undefined}
          aria-label={label}
          title={label}
          onClick={() => setOpen(!open)}
        >
          <IconDots size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {open && <EditView view={view} role={role} focused onClose={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
