import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { oneDecimal } from "../lib/numbers";
import classes from "./score-cell.module.css";

export interface ScoreCellProps {
  /** The criterion's name in the language on screen, for assistive technology. */
  name: string;
  /** A raw score or a mean; `null`: not assessed; `undefined`: no score yet. */
  value: number | null | undefined;
  /** A risk: the digit is shown as it is, the colour is that of 5 minus it. */
  inverted?: boolean;
  /** Why the score may not be seen. It wins over `value`. */
  veil?: "hidden" | "recused" | undefined;
}

const stepOf = (value: number, inverted: boolean) => Math.round(inverted ? 5 - value : value);

/** 26 × 26 px: the digit always printed, the colour second. */
export function ScoreCell({ name, value, inverted = false, veil }: ScoreCellProps) {
  const { t } = useTranslation("common");
  if (veil) {
    const why = t(`score.${veil}`);
    return (
      <span
        className={classes.cell}
        data-veil
        role="img"
        aria-label={`${name}: ${why}`}
        title={why}
      >
        <IconLock size={12} stroke={1.8} aria-hidden />
      </span>
    );
  }
  if (value === undefined)
    return (
      <span
        className={classes.cell}
        data-empty
        role="img"
        aria-label={t("score.notScored", { name })}
      >
        ·
      </span>
    );
  if (value === null)
    return (
      <span
        className={classes.cell}
        data-empty
        role="img"
        aria-label={t("score.notAssessed", { name })}
        title={t("score.notAssessed", { name })}
      >
        A
      </span>
    );
  const score = Number.isInteger(value) ? String(value) : oneDecimal(value);
  const label = t(inverted ? "score.risk" : "score.scored", { name, score });
  return (
    <span
      className={classes.cell}
      data-step={stepOf(value, inverted)}
      role="img"
      aria-label={label}
    >
      {score}
    </span>
  );
}
