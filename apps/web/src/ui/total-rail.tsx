import { useTranslation } from "react-i18next";
import { oneDecimal } from "../lib/numbers";
import classes from "./total-rail.module.css";

/** The total, and where it lies on a rail from 0 to 100. */
export function TotalRail({ total, width = 92 }: { total: number | null; width?: number }) {
  const { t } = useTranslation("common");
  if (total === null)
    return (
      <span className={classes.total} data-none title={t("score.noTotal")}>
        –
      </span>
    );
  return (
    <span className={classes.total} title={t("score.total", { total: oneDecimal(total) })}>
      <span className={classes.rail} style={{ width }} aria-hidden="true">
        <span className={classes.dot} style={{ left: `${total}%` }} />
      </span>
      <span className={classes.number}>{oneDecimal(total)}</span>
    </span>
  );
}
