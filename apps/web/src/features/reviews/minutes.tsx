import type { Criterion } from "@highwater/shared/rubrics/contract";
import { useTranslation } from "react-i18next";
import { currentLocale, languageTag } from "../../i18n/i18n";
import { useLocalized } from "../../ui/localized";
import classes from "./minutes.module.css";

/** The sub-questions and the words of the minutes behind a criterion, folded. */
export function Minutes({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation("reviews");
  const localized = useLocalized();
  const locale = currentLocale();
  return (
    <div className={classes.minutes} lang={languageTag()}>
      <details>
        <summary>
          {t("form.ask")} <span className={classes.count}>{criterion.questions.length}</span>
        </summary>
        <ul>
          {criterion.questions.map(({ text, line }) => (
            <li key={text.en}>
              {localized(text)}
              {line !== undefined && <cite>{t("form.line", { line })}</cite>}
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>
          {t("form.quotes")} <span className={classes.count}>{criterion.citations.length}</span>
        </summary>
        {criterion.citations.map((citation) => (
          <blockquote key={citation.zh}>
            <p lang="zh-CN">{citation.zh}</p>
            {locale === "en" && <p>{citation.en}</p>}
            <cite>{t("form.line", { line: citation.line })}</cite>
          </blockquote>
        ))}
      </details>
    </div>
  );
}
