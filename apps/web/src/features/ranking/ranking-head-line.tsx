import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { whole } from "../../lib/numbers";
import { icon } from "../../ui/icon";
import { Kbd } from "../../ui/kbd";
import { PageHead } from "../../ui/page-head";
import { pipelineSizeQuery } from "./queries";
import classes from "./ranking-view.module.css";

interface HeadLineProps {
  team: string;
  /** How many candidates the view shows; undefined until known. */
  count: number | undefined;
  version: number | undefined;
  mayEnter: boolean;
  /** Names the view that is on screen. */
  children: ReactNode;
}

export function RankingHeadLine({ team, count, version, mayEnter, children }: HeadLineProps) {
  const { t } = useTranslation("common");
  return (
    <PageHead
      title={t("nav.ranking")}
      aside={
        <span className={classes.aside}>
          {count !== undefined && <Count count={count} />}
          {version !== undefined && <RubricBadge team={team} version={version} />}
        </span>
      }
    >
      {children}
      {mayEnter && <NewButton team={team} />}
    </PageHead>
  );
}

function Count({ count }: { count: number }) {
  const { t } = useTranslation("ranking");
  const { data: all = count } = useQuery(pipelineSizeQuery());
  if (all === count) return <span>{t("countAll", { count })}</span>;
  const figures = { count: whole(count), all: whole(all) };
  return <span title={t("countLabel", figures)}>{t("count", figures)}</span>;
}

function RubricBadge({ team, version }: { team: string; version: number }) {
  const { t } = useTranslation("ranking");
  return (
    <Link to="/t/$team/rubric" params={{ team }} className={classes.badge}>
      {t("rubric", { version })}
    </Link>
  );
}

/** The key `N` itself is the shell's: it works on every page. */
function NewButton({ team }: { team: string }) {
  const { t } = useTranslation("common");
  return (
    <Button
      className={classes.new}
      leftSection={<IconPlus {...icon} />}
      rightSection={<Kbd keys="N" />}
      aria-label={t("page.new")}
      aria-keyshortcuts="N"
      renderRoot={(props) => <Link to="/t/$team/new" params={{ team }} {...props} />}
    >
      {t("page.new")}
    </Button>
  );
}
