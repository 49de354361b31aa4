import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Bell } from "../features/notifications/bell";
import { icon } from "../ui/icon";
import { LanguageToggle } from "../ui/language-toggle";
import { SearchField } from "./search-field";
import { TeamMenu } from "./team-menu";
import classes from "./top-bar.module.css";
import { UserMenu } from "./user-menu";

function SchemeToggle() {
  const { t } = useTranslation("common");
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const label = t(dark ? "top.toLight" : "top.toDark");
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => setColorScheme(dark ? "light" : "dark")}>
        {dark ? <IconSun {...icon} /> : <IconMoon {...icon} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** 46 px: the place, the search, the people. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  const { team } = useParams({ from: "/t/$team" });
  return (
    <header className={classes.bar}>
      <TeamMenu />
      <SearchField />
      <div className={classes.end}>
        <Bell team={team} />
        <LanguageToggle />
        <SchemeToggle />
        <UserMenu onHelp={onHelp} />
      </div>
    </header>
  );
}
