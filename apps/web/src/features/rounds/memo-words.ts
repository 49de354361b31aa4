import { getFixedT } from "i18next";
import { languageTag } from "../../i18n/i18n";

export type Locale = "en" | "zh";

/** Words, numbers and days of the memo's language, which need not be the one on screen. */
export function useMemoWords(lang: Locale) {
  const tag = languageTag(lang);
  const format = (options: Intl.DateTimeFormatOptions) => (at: string) =>
    new Intl.DateTimeFormat(tag, options).format(new Date(at));
  return {
    lang,
    t: getFixedT(lang, "rounds"),
    day: format({ dateStyle: "long", timeZone: "UTC" }),
    moment: format({ dateStyle: "medium", timeStyle: "short" }),
    number: (value: number, digits: number) =>
      new Intl.NumberFormat(tag, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value),
    list: (texts: readonly string[]) => texts.join(lang === "zh" ? "、" : ", "),
  };
}
export type MemoWords = ReturnType<typeof useMemoWords>;
