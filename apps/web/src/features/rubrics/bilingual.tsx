import type { Citation, Text } from "@highwater/shared/kernel/contract";
import { createContext, use } from "react";
import { useTranslation } from "react-i18next";
import { currentLocale, languageTag } from "../../i18n/i18n";
import classes from "./bilingual.module.css";

/** Whether the other language stands beneath the one on screen. */
export const BothLanguages = createContext(false);

/** A text of the rubric: the language on screen first, the other beneath it where wanted. */
export function Bilingual({ text }: { text: Text }) {
  const both = use(BothLanguages);
  const locale = currentLocale();
  const other = locale === "en" ? "zh" : "en";
  return (
    <span className={classes.text}>
      <span lang={languageTag(locale)}>{text[locale]}</span>
      {both && text[other] !== text[locale] && (
        <span className={classes.other} lang={languageTag(other)}>
          {text[other]}
        </span>
      )}
    </span>
  );
}

/** The words of the minutes as they stand there, their line, and their translation. */
export function Quote({ citation }: { citation: Citation }) {
  const { t } = useTranslation("rubrics");
  const both = use(BothLanguages);
  return (
    <blockquote className={classes.quote}>
      <p>
        <span lang="zh-CN">“{citation.zh}”</span> <cite>{t("line", { line: citation.line })}</cite>
      </p>
      {(both || currentLocale() === "en") && (
        <p className={classes.other} lang="en">
          {citation.en}
        </p>
      )}
    </blockquote>
  );
}
