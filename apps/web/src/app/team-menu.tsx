import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe, useTeam } from "../features/team/use-team";
import { icon } from "../ui/icon";
import { LinkMenuItem } from "../ui/link-menu-item";
import classes from "./team-menu.module.css";

/** The mark and the team's name; with several teams, a menu to switch. */
export function TeamMenu() {
  const { t } = useTranslation("common");
  const { team } = useTeam();
  const memberships = useMe().memberships.filter(({ suspended }) => !suspended);
  const mark = <img src="/mark.svg" alt="" width={20} height={20} />;
  const name = <span className={classes.name}>{team.name}</span>;
  if (memberships.length < 2)
    return (
      <Link
        to="/t/$team"
        params={{ team: team.slug }}
        className={classes.place}
        aria-label={team.name}
      >
        {mark}
        {name}
      </Link>
    );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.place} aria-label={`${team.name}: ${t("top.teams")}`}>
          {mark}
          {name}
          <IconChevronDown {...icon} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("top.teams")}</Menu.Label>
        {memberships.map((membership) => (
          <LinkMenuItem
            key={membership.team.id}
            to="/t/$team"
            params={{ team: membership.team.slug }}
            preload={false}
            aria-current={membership.team.id === team.id}
            rightSection={membership.team.id === team.id && <IconCheck {...icon} />}
          >
            {membership.team.name}
          </LinkMenuItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
