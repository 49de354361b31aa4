import { reasonNeeded } from "@highwater/shared/reviews/policy";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { guessLanguage, useLocalized } from "../../ui/localized";
import classes from "./quick-marks.module.css";
import type { Given, Mark } from "./sheet";

interface QuickCriterionProps {
  criterion: Criterion;
  mark: Mark;
  error: string | undefined;
  /** The digits on the keyboard go here. */
  current: boolean;
  onScore: (value: Given) => void;
  onReason: (reason: string) => void;
}

const values = [0, 1, 2, 3, 4, 5, null] as const;

/** Six digits and "not assessed" in a row; under them what the digit means, or the reason that it needs. */
export function QuickCriterion(props: QuickCriterionProps) {
  const { criterion, mark, error, current, onScore, onReason } = props;
  const { t } = useTranslation("reviews");
  const localized = useLocalized();
  const { key, short, inverted, anchors } = criterion;
  const name = localized(short);
  const level = inverted ? "form.riskLevel" : "form.level";
  const anchor = anchors.find((one) => one.level === mark.score);
  const reasoned = mark.score !== undefined && reasonNeeded(mark.score);
  return (
    <fieldset className={classes.criterion} data-current={current || undefined}>
      <legend>
        {name}
        {inverted && <small> {t("quick.risk")}</small>}
      </legend>
      <div className={classes.digits}>
        {values.map((value) => (
          <label
            key={value ?? "none"}
            className={classes.digit}
            // A click must leave the keyboard with the page, not in the radio group.
            onMouseDown={(event) => event.preventDefault()}
          >
            <input
              type="radio"
              name={`quick-${key}`}
              checked={mark.score === value}
              onChange={() => onScore(value)}
              aria-label={value === null ? t("form.notAssessed") : t(level, { level: value })}
            />
            <span
              aria-hidden="true"
              data-step={value === null ? undefined : inverted ? 5 - value : value}
            >
              {value ?? "A"}
            </span>
          </label>
        ))}
      </div>
      {reasoned ? (
        <TextInput
          size="xs"
          aria-label={t("quick.reason", { name })}
          placeholder={t("quick.reason", { name })}
          lang={guessLanguage(mark.reason)}
          value={mark.reason}
          error={error}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      ) : (
        <p className={classes.says}>{anchor ? localized(anchor.text) : (error ?? "")}</p>
      )}
    </fieldset>
  );
}
