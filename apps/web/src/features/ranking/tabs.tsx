import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./tabs.module.css";

const faces = [
  { name: "list", to: "/t/$team" },
  { name: "overview", to: "/t/$team/overview" },
  { name: "matrix", to: "/t/$team/matrix" },
  { name: "weights", to: "/t/$team/weights" },
  { name: "compare", to: "/t/$team/compare" },
  { name: "changes", to: "/t/$team/changes" },
] as const;

/** The faces of the same ranking. */
export function RankingTabs({ team }: { team: string }) {
  const { t } = useTranslation("ranking");
  return (
    <nav className={classes.tabs} aria-label={t("tabs.label")}>
      {faces.map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          params={{ team }}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {t(`tabs.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
