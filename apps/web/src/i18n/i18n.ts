import type { Locale } from "@highwater/shared/kernel/contract";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { recall, remember } from "../lib/remembered";

const namespaces = [
  "activity",
  "assignments",
  "discussion",
  "notifications",
  "rounds",
  "candidates",
  "capture",
  "changes",
  "common",
  "compare",
  "evidence",
  "exchange",
  "fields",
  "lab",
  "matrix",
  "merges",
  "overview",
  "pipeline",
  "problems",
  "ranking",
  "reviews",
  "rubrics",
  "screening",
  "stages",
  "studio",
  "team",
  "tide",
  "views",
  "vocabulary",
] as const;

const key = "hw-locale";
const tags = { en: "en", zh: "zh-CN" } as const satisfies Record<Locale, string>;

const loadFirst = {
  en: async () => (await import("./en/first-page")).firstPage,
  zh: async () => (await import("./zh/first-page")).firstPage,
};

const loadRest = {
  en: async () => (await import("./en/catalogue")).catalogue,
  zh: async () => (await import("./zh/catalogue")).catalogue,
};

function preferredLocale(): Locale {
  const wanted = [recall(key), ...navigator.languages].find((tag) => /^(zh|en)/.test(tag ?? ""));
  return wanted?.startsWith("zh") ? "zh" : "en";
}

/** The language on screen, and its tag for `lang` and `Intl`. */
export const currentLocale = (): Locale => (i18next.language === "zh" ? "zh" : "en");
export const languageTag = (locale: Locale = currentLocale()) => tags[locale];

function add(locale: Locale, words: Record<string, object>) {
  for (const [namespace, texts] of Object.entries(words))
    i18next.addResourceBundle(locale, namespace, texts);
}

const wordsAreWhole = (locale: Locale) => i18next.hasResourceBundle(locale, "candidates");

/** Every page but the first asks for these before it is drawn. */
export async function loadEveryWord(locale: Locale = currentLocale()) {
  if (!wordsAreWhole(locale)) add(locale, await loadRest[locale]());
}

async function show(locale: Locale) {
  const behindFirst = wordsAreWhole(currentLocale());
  add(locale, await loadFirst[locale]());
  if (behindFirst) await loadEveryWord(locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = tags[locale];
}

export async function chooseLocale(locale: Locale) {
  await show(locale);
  remember(key, locale);
}

export async function startI18n(locale: Locale = preferredLocale()) {
  await i18next.use(initReactI18next).init({
    lng: locale,
    resources: {},
    ns: namespaces,
    defaultNS: "common",
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await show(locale);
}
