import type { Criterion } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { languageTag } from "../../i18n/i18n";
import { Kbd } from "../../ui/kbd";
import { useLocalized } from "../../ui/localized";
import { ScoreCell } from "../../ui/score-cell";
import classes from "./anchors.module.css";
import type { Given } from "./sheet";

interface AnchorsProps {
  criterion: Criterion;
  score: Given;
  onScore: (score: number | null) => void;
}

interface ChoiceProps extends AnchorsProps {
  value: number | null;
  says: string;
}

function Choice({ criterion, score, value, says, onScore }: ChoiceProps) {
  const { t } = useTranslation("reviews");
  const localized = useLocalized();
  const name = localized(criterion.short);
  const id = `anchor-${criterion.key}-${value ?? "none"}`;
  const level = criterion.inverted ? "form.riskLevel" : "form.level";
  return (
    <label
      className={classes.choice}
      data-chosen={score === value || undefined}
      data-none={value === null || undefined}
      // A click must leave the keyboard with the criterion, not in the radio group.
      onMouseDown={(event) => event.preventDefault()}
    >
      <input
        type="radio"
        className={classes.radio}
        name={`score-${criterion.key}`}
        checked={score === value}
        onChange={() => onScore(value)}
        aria-label={value === null ? t("form.notAssessed") : t(level, { level: value })}
        aria-describedby={id}
        aria-keyshortcuts={value === null ? "A" : String(value)}
      />
      <span className={classes.swatch} aria-hidden="true">
        <ScoreCell name={name} value={value} inverted={criterion.inverted} />
      </span>
      <span className={classes.words}>
        {value === null && <span className={classes.none}>{t("form.notAssessed")} </span>}
        <span id={id} lang={languageTag()}>
          {says}
        </span>
      </span>
      {value === null && <Kbd keys="A" />}
    </label>
  );
}

/** All six anchors in view, and "not assessed": one radio group. */
export function Anchors(props: AnchorsProps) {
  const { t } = useTranslation("reviews");
  const localized = useLocalized();
  const { criterion } = props;
  return (
    <div
      role="radiogroup"
      aria-label={t("form.scale", { name: localized(criterion.name) })}
      className={classes.anchors}
    >
      {criterion.anchors.map(({ level, text }) => (
        <Choice key={level} {...props} value={level} says={localized(text)} />
      ))}
      <Choice {...props} value={null} says={t("form.notAssessedHint")} />
    </div>
  );
}
