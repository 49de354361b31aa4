import { languageTag } from "../i18n/i18n";

/** The same in both languages: figures are compared, not read aloud. */
export const oneDecimal = (value: number) => value.toFixed(1);
export const twoDecimals = (value: number) => value.toFixed(2);
export const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Any number as it was meant: years stay as they are, large ones are grouped. */
export const figure = (value: number) =>
  new Intl.NumberFormat(languageTag(), {
    useGrouping: Math.abs(value) >= 10_000,
    maximumFractionDigits: 20,
  }).format(value);

export const whole = (value: number) => new Intl.NumberFormat(languageTag()).format(value);
