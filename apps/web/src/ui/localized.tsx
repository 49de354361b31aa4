import type { Text } from "@highwater/shared/kernel/contract";
import { useTranslation } from "react-i18next";
import { currentLocale } from "../i18n/i18n";

/** Picks the language on screen out of the product's own bilingual texts. */
export function useLocalized() {
  useTranslation("common");
  const locale = currentLocale();
  return (text: Text) => text[locale];
}

/** The likely language of what a person wrote; kana decide for Japanese before Han for Chinese. */
export function guessLanguage(text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "ja";
  if (/\p{Script=Han}/u.test(text)) return "zh-CN";
  return /[a-z]/i.test(text) ? "en" : undefined;
}

/** A user's own words, which keep their language. */
export function UserText({ children, className }: { children: string; className?: string }) {
  return (
    <span lang={guessLanguage(children)} className={className}>
      {children}
    </span>
  );
}
