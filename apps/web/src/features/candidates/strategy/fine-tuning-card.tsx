import { fineTuningFigures } from "@highwater/shared/candidates/strategy";
import { useTranslation } from "react-i18next";
import { dollars } from "./money";
import classes from "./strategy.module.css";

/** Two figures of one source that differ tenfold, side by side. */
export function FineTuningCard() {
  const { t } = useTranslation("lab");
  const { stated, computed, lines } = fineTuningFigures;
  return (
    <section className={classes.card}>
      <h2>{t("strategy.card.title")}</h2>
      <dl className={classes.figures}>
        <div>
          <dt>{t("strategy.card.stated", { line: lines.stated })}</dt>
          <dd>{dollars(stated)}</dd>
        </div>
        <div>
          <dt>{t("strategy.card.computed", { line: lines.computed })}</dt>
          <dd>{dollars(computed)}</dd>
        </div>
      </dl>
      <p className={classes.note}>{t("strategy.card.why")}</p>
    </section>
  );
}
