import { languageTag } from "../../i18n/i18n";

/** "3.4 MB", as the language on screen writes it. */
export function sizeText(bytes: number): string {
  const mega = bytes >= 1024 * 1024;
  const value = bytes / (mega ? 1024 * 1024 : 1024);
  return new Intl.NumberFormat(languageTag(), {
    style: "unit",
    unit: mega ? "megabyte" : "kilobyte",
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
