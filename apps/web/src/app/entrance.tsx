import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageToggle } from "../ui/language-toggle";
import { usePageTitle } from "../ui/use-page-title";
import classes from "./entrance.module.css";

interface EntranceProps {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}

/** The frame of the pages before a team: set-up, sign-in, invitation. */
export function Entrance({ title, lead, children }: EntranceProps) {
  const { t } = useTranslation("common");
  usePageTitle(title);
  return (
    <div className={classes.entrance}>
      <header className={classes.brand}>
        <img src="/mark.svg" alt="" width={28} height={28} />
        <div className={classes.words}>
          <strong>{t("product")}</strong>
          <span>{t("tagline")}</span>
        </div>
        <LanguageToggle />
      </header>
      <main className={classes.main}>
        <Title order={1}>{title}</Title>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}
