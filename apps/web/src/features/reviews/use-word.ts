import { useTranslation } from "react-i18next";
import type { vocabulary } from "../../i18n/en/vocabulary";

type Groups = typeof vocabulary;
type Key = { [G in keyof Groups]: `${G}.${keyof Groups[G] & string}` }[keyof Groups];

/** A word of the product's own lists; a value it doesn't know is a person's own and stays. */
export function useWord() {
  const { t, i18n } = useTranslation("vocabulary");
  const known = (key: string): key is Key => i18n.exists(key, { ns: "vocabulary" });
  return (group: keyof Groups, value: string | null): string | null => {
    const key = `${group}.${value}`;
    return value !== null && known(key) ? t(key) : value;
  };
}
