import type { Criterion } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { useLocalized } from "../../ui/localized";
import { ScoreCell } from "../../ui/score-cell";
import { Bilingual, Quote } from "./bilingual";
import classes from "./rubric.module.css";

interface CriterionSectionProps {
  criterion: Criterion;
  number: number;
  /** Its share of all weights, 0-1. */
  share: number;
}

function Levels({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation("rubrics");
  const localized = useLocalized();
  return (
    <ol className={classes.levels} aria-label={t("levels")}>
      {criterion.anchors.map(({ level, text }) => {
        const cases = criterion.references.filter((reference) => reference.level === level);
        return (
          <li key={level}>
            <ScoreCell
              name={localized(criterion.name)}
              value={level}
              inverted={criterion.inverted}
            />
            <Bilingual text={text} />
            {cases.length > 0 && (
              <ul className={classes.cases} aria-label={t("cases")}>
                {cases.map(({ name, note, citation }) => (
                  <li key={name.en}>
                    <strong>
                      <Bilingual text={name} />
                    </strong>{" "}
                    <cite>{t("line", { line: citation.line })}</cite>
                    <div className={classes.note}>
                      <Bilingual text={note} />
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** One criterion whole: its weight, question, six levels with their cases, questions and quotes. */
export function CriterionSection({ criterion, number, share }: CriterionSectionProps) {
  const { t } = useTranslation("rubrics");
  const { key, name, question, inverted, questions, citations } = criterion;
  const weight = Number((share * 100).toFixed(1));
  return (
    <section id={key} className={classes.section} aria-labelledby={`${key}-name`}>
      <header className={classes.head}>
        <h2 id={`${key}-name`}>
          <span className={classes.code}>{t("code", { number })}</span> <Bilingual text={name} />
        </h2>
        <span className={classes.weight}>
          <span className={classes.bar} aria-hidden="true">
            <span style={{ width: `${share * 100}%` }} />
          </span>
          {t("weight", { weight })}
        </span>
      </header>
      <p className={classes.question}>
        <Bilingual text={question} />
      </p>
      {inverted && (
        <p className={classes.risk}>
          <strong>{t("inverted")}</strong> {t("invertedHint")}
        </p>
      )}
      <Levels criterion={criterion} />
      <h3>{t("questions")}</h3>
      <ul className={classes.questions}>
        {questions.map(({ text, line }) => (
          <li key={text.en}>
            <Bilingual text={text} />
            {line !== undefined && <cite>{t("line", { line })}</cite>}
          </li>
        ))}
      </ul>
      <h3>{t("quotes")}</h3>
      <div className={classes.quotes}>
        {citations.map((citation) => (
          <Quote key={citation.zh} citation={citation} />
        ))}
      </div>
    </section>
  );
}
