import type { SourceCitation } from "@highwater/shared/evidence/citing";
import { reasonNeeded } from "@highwater/shared/reviews/policy";
import type { Criterion, Rubric } from "@highwater/shared/rubrics/contract";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languageTag } from "../../i18n/i18n";
import { Kbd } from "../../ui/kbd";
import { UserText, useLocalized } from "../../ui/localized";
import { ScoreCell } from "../../ui/score-cell";
import { Anchors } from "./anchors";
import { CiteField } from "./cite-field";
import classes from "./criterion.module.css";
import { Minutes } from "./minutes";
import { ReasonField } from "./reason-field";
import type { Mark } from "./sheet";
import { useEffectText } from "./words";
import { short, worth } from "./worth";

interface CriterionProps {
  rubric: Rubric;
  criterion: Criterion;
  mark: Mark;
  errors: Readonly<Record<string, string>>;
}

interface LineProps extends CriterionProps {
  onOpen: () => void;
}

const nameOf = ({ inverted }: Criterion, name: string, risk: (name: string) => string) =>
  inverted ? risk(name) : name;

/** A criterion that isn't open: its name, its score and what that earns, in one line. */
export function CriterionLine({ rubric, criterion, mark, errors, onOpen }: LineProps) {
  const { t } = useTranslation("reviews");
  const localized = useLocalized();
  const { key, inverted } = criterion;
  const name = localized(criterion.name);
  const { score, reason } = mark;
  const lacking = score !== undefined && reasonNeeded(score) && reason.trim() === "";
  const value = typeof score === "number" ? worth(rubric, key, score) : null;
  const faulty = errors[`scores.${key}`] ?? errors[`scores.${key}.reason`];
  return (
    <button
      type="button"
      className={classes.line}
      id={`line-${key}`}
      aria-expanded={false}
      data-faulty={faulty !== undefined || undefined}
      onClick={onOpen}
    >
      <ScoreCell name={name} value={score} inverted={inverted} />
      <span className={classes.lineName}>
        {nameOf(criterion, name, (risk) => t("form.risk", { name: risk }))}
      </span>
      <UserText className={classes.lineReason}>{reason}</UserText>
      {lacking && <span className={classes.lacking}>{t("form.reasonMissing")}</span>}
      <span className={classes.points}>
        {value && t("form.points", { points: short(value.points), most: short(value.most) })}
      </span>
    </button>
  );
}

interface OpenProps extends CriterionProps {
  last: boolean;
  onScore: (score: number | null) => void;
  onReason: (reason: string) => void;
  onTake: () => void;
  onCite: (citations: SourceCitation[]) => void;
  onNext: () => void;
}

/** The open criterion: its question, all anchors, the effect of the score, and the reason. */
export function OpenCriterion(props: OpenProps) {
  const { rubric, criterion, mark, errors, last, onScore, onReason, onTake, onCite, onNext } =
    props;
  const { t } = useTranslation("reviews");
  const localized = useLocalized();
  const effect = useEffectText(rubric);
  const { key } = criterion;
  const { most } = worth(rubric, key, 0);
  const unscored = errors[`scores.${key}`];
  const cited = Object.entries(errors).find(([at]) =>
    at.startsWith(`scores.${key}.citations`),
  )?.[1];
  const name = nameOf(criterion, localized(criterion.name), (risk) =>
    t("form.risk", { name: risk }),
  );
  return (
    <section
      id={`criterion-${key}`}
      className={classes.open}
      tabIndex={-1}
      aria-labelledby={`name-${key}`}
    >
      <header className={classes.head} lang={languageTag()}>
        <h2 id={`name-${key}`}>{name}</h2>
        <span className={classes.weight}>{t("form.weight", { weight: short(most) })}</span>
        <p>{localized(criterion.question)}</p>
      </header>
      {unscored && (
        <p className={classes.error} role="alert">
          {unscored}
        </p>
      )}
      <Anchors criterion={criterion} score={mark.score} onScore={onScore} />
      <p className={classes.effect} data-none={mark.score === undefined || undefined}>
        {effect(criterion, mark.score) || t("form.unscored")}
      </p>
      <ReasonField
        criterion={criterion}
        mark={mark}
        error={errors[`scores.${key}.reason`]}
        onReason={onReason}
        onTake={onTake}
      />
      <CiteField criterionKey={key} citations={mark.citations ?? []} onCite={onCite} />
      {cited && (
        <p className={classes.error} role="alert">
          {cited}
        </p>
      )}
      <div className={classes.foot}>
        <Minutes criterion={criterion} />
        <Button variant="default" onClick={onNext} rightSection={<Kbd keys="⏎" />}>
          {last ? t("form.toSummary") : t("form.next")}
        </Button>
      </div>
    </section>
  );
}
