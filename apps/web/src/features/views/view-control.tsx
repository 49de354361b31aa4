import type { Role } from "@highwater/shared/team/contract";
import { Button, Popover } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconBookmark } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { type Place, useOpenView } from "./use-open-view";
import classes from "./view-control.module.css";

const load = () => import("./view-panel");
const ViewPanel = lazy(async () => ({ default: (await load()).ViewPanel }));
const ChangedView = lazy(async () => ({ default: (await import("./changed-view")).ChangedView }));

export interface ControlProps extends Place {
  team: string;
  role: Role;
  /** Names in the URL the view that the page stands in from now on. */
  onView: (id: string | undefined) => void;
}

/** Saves what is on screen under a name, or names the view that it is and changes that. */
export function ViewControl(props: ControlProps) {
  const { t } = useTranslation("views");
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState(false);
  const media = { getInitialValueInEffect: false };
  const phone = useMediaQuery("(max-width: 767px)", false, media) ?? false;
  const open = useOpenView(props);
  const { view, views, differs } = open;
  const toggle = () => {
    setAsked(true);
    setOpened(!opened);
  };
  return (
    <>
      <Suspense>{differs && view && <ChangedView {...props} {...open} view={view} />}</Suspense>
      <Popover
        opened={opened}
        onChange={setOpened}
        width={300}
        position="bottom-end"
        trapFocus
        returnFocus
        withRoles
        keepMounted={asked}
      >
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark {...icon} />}
            onClick={toggle}
            onPointerEnter={load}
            onFocus={load}
          >
            <span className={classes.label}>
              {view?.name ?? t(phone && views.length > 0 ? "title" : "save")}
            </span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes.panel}>
          <Suspense>
            {asked && (
              <ViewPanel
                {...props}
                {...open}
                key={view?.id ?? ""}
                lists={phone}
                onClose={() => setOpened(false)}
              />
            )}
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
