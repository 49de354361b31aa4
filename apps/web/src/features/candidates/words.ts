import { useTranslation } from "react-i18next";
import type { vocabulary } from "../../i18n/en/vocabulary";

type Groups = typeof vocabulary;
type Word = { [G in keyof Groups]: `${G}.${keyof Groups[G] & string}` }[keyof Groups];

/** The words of the product's own lists. A value it doesn't know is a person's own words. */
export function useWords() {
  const { t, i18n } = useTranslation("vocabulary");
  const known = (key: string): key is Word => i18n.exists(key, { ns: "vocabulary" });
  return (group: keyof Groups, value: string): string => {
    const key = `${group}.${value}`;
    return known(key) ? t(key) : value;
  };
}
