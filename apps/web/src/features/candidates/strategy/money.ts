import { languageTag } from "../../../i18n/i18n";

const format = (value: number, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(languageTag(), {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
    ...options,
  }).format(value);

export const dollars = (value: number) => format(value, { maximumFractionDigits: 0 });
/** As on an axis. */
export const shortDollars = (value: number) =>
  format(value, { notation: "compact", maximumSignificantDigits: 3 });
