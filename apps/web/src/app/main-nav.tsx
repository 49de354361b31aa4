import { Menu, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDots } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useTeam } from "../features/team/use-team";
import { ViewsNav } from "../features/views/views-nav";
import { icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { LinkMenuItem } from "../ui/link-menu-item";
import { type Destination, destinations } from "./destinations";
import classes from "./main-nav.module.css";

/** How many fit beside each other at the bottom of a phone; the others stand behind one button. */
const onPhone = 4;

function Place({ destination, at }: { destination: Destination; at: number }) {
  const { t } = useTranslation("common");
  const { team } = useParams({ from: "/t/$team" });
  const narrow = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const { name, to, icon: Icon, shown } = destination;
  return (
    <Link
      to={to}
      params={{ team }}
      className={classes.link}
      data-wide={at >= onPhone || undefined}
      activeOptions={{ exact: name === "ranking", includeSearch: false }}
      activeProps={{ "aria-current": "page" }}
      aria-keyshortcuts={shown.toLowerCase()}
    >
      <Icon {...icon} />
      <span className={classes.label}>
        {narrow && name === "queue" ? t("nav.queueShort") : t(`nav.${name}`)}
      </span>
      <Kbd keys={shown} />
    </Link>
  );
}

function More() {
  const { t } = useTranslation("common");
  const { team } = useParams({ from: "/t/$team" });
  return (
    <Menu position="top-end" width={200}>
      <Menu.Target>
        <UnstyledButton className={classes.more}>
          <IconDots {...icon} />
          <span className={classes.label}>{t("nav.more")}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {destinations.slice(onPhone).map(({ name, to, icon: Icon }) => (
          <LinkMenuItem key={name} to={to} params={{ team }} leftSection={<Icon {...icon} />}>
            {t(`nav.${name}`)}
          </LinkMenuItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** At the left, or at the bottom of a narrow screen. */
export function MainNav() {
  const { t } = useTranslation("common");
  const { team, role } = useTeam();
  return (
    <nav className={classes.nav} aria-label={t("nav.label")}>
      {destinations.map((destination, at) => (
        <Place key={destination.name} destination={destination} at={at} />
      ))}
      <More />
      <div className={classes.views}>
        <ViewsNav key={team.slug} team={team.slug} role={role} />
      </div>
    </nav>
  );
}
