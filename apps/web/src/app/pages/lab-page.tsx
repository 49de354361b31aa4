import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useTeam } from "../../features/team/use-team";
import { PageHead } from "../../ui/page-head";
import { experiments } from "../experiments";
import classes from "./lab-page.module.css";

/** What can be tried, each with the question that it answers. */
export function LabPage() {
  const { t } = useTranslation("lab");
  const { team } = useTeam();
  return (
    <>
      <PageHead title={t("title")} />
      <p className={classes.lead}>{t("lead")}</p>
      <ul className={classes.experiments}>
        {experiments.map(({ name, to }) => (
          <li key={name}>
            <Link to={to} params={{ team: team.slug }} className={classes.experiment}>
              <strong>{t(`experiments.${name}.name`)}</strong>
              <span>{t(`experiments.${name}.asks`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
