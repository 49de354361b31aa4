import { useTranslation } from "react-i18next";
import type { lab } from "../i18n/en/lab";
import classes from "./lab-head.module.css";
import { LinkButton } from "./link";
import { PageHead } from "./page-head";

interface LabHeadProps {
  experiment: keyof typeof lab.experiments;
  team: string;
}

/** The head of an experiment: what it asks, and the way back to the others. */
export function LabHead({ experiment, team }: LabHeadProps) {
  const { t } = useTranslation("lab");
  return (
    <>
      <PageHead title={t(`experiments.${experiment}.name`)}>
        <LinkButton to="/t/$team/lab" params={{ team }} variant="default">
          {t("back")}
        </LinkButton>
      </PageHead>
      <p className={classes.asks}>{t(`experiments.${experiment}.asks`)}</p>
    </>
  );
}
