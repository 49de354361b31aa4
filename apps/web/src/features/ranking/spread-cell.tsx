import type { RankingItem } from "@highwater/shared/ranking/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../ui/localized";
import classes from "./ranking-table.module.css";
import { widestSpread } from "./spread";

/** How far the reviewers lie apart at most; the sign only where that is a disagreement. */
export function SpreadCell({
  row,
  criteria,
}: {
  row: RankingItem;
  criteria: readonly Criterion[];
}) {
  const { t } = useTranslation("ranking");
  const localized = useLocalized();
  const widest = widestSpread(row);
  if (!widest) return <span className={classes.unranked}>–</span>;
  const criterion = criteria.find(({ key }) => key === widest.key);
  const words = t("spreadIs", {
    spread: widest.spread,
    criterion: criterion ? localized(criterion.short) : widest.key,
  });
  const split = widest.spread >= 3;
  return (
    <span
      className={split ? classes.split : undefined}
      data-tip={words}
      role="img"
      aria-label={words}
    >
      {split && "⇄ "}
      {widest.spread}
    </span>
  );
}
