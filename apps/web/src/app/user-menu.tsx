import { Menu, UnstyledButton } from "@mantine/core";
import { IconKeyboard, IconLogout, IconSettings } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSignOut } from "../features/team/session";
import { useMe } from "../features/team/use-team";
import { icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { LinkMenuItem } from "../ui/link-menu-item";
import { notify } from "../ui/notify";
import classes from "./user-menu.module.css";

const initial = (name: string) => [...name.trim()][0]?.toUpperCase() ?? "·";

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation("common");
  const { team } = useParams({ from: "/t/$team" });
  const { user } = useMe();
  const signOut = useSignOut();
  // A whole reload, so that nothing of the session stays in memory.
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => location.assign("/sign-in"),
      onError: notify.failed,
    });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.face} aria-label={t("top.user", { name: user.name })}>
          {initial(user.name)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}
          <br />
          {user.email}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconKeyboard {...icon} />}
          rightSection={<Kbd keys="?" />}
          onClick={onHelp}
        >
          {t("top.shortcuts")}
        </Menu.Item>
        <LinkMenuItem
          to="/t/$team/settings"
          params={{ team }}
          leftSection={<IconSettings {...icon} />}
        >
          {t("nav.settings")}
        </LinkMenuItem>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout {...icon} />} onClick={leave}>
          {t("top.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
