import { useTranslation } from "react-i18next";
import classes from "./histogram.module.css";

interface HistogramProps {
  /** How many gave each level, 0 to 5. */
  counts: readonly number[];
  inverted: boolean;
}

/** Six small columns with their digits: who stands where, at a glance. */
export function Histogram({ counts, inverted }: HistogramProps) {
  const { t } = useTranslation("candidates");
  const tallest = Math.max(...counts, 1);
  const said = counts
    .map((count, level) => (count > 0 ? t("scores.gave", { count, level }) : null))
    .filter(Boolean)
    .join(t("comma"));
  return (
    <span className={classes.histogram} role="img" aria-label={said} title={said}>
      {counts.map((count, level) => (
        <span key={level} className={classes.column} data-none={count === 0 || undefined}>
          <span
            className={classes.bar}
            style={{
              height: count === 0 ? 1 : Math.round((count / tallest) * 16),
              background:
                count === 0 ? undefined : `var(--hw-score-${inverted ? 5 - level : level})`,
            }}
          />
          <span className={classes.level}>{level}</span>
        </span>
      ))}
    </span>
  );
}
