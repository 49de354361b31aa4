import type { Money } from "./contract.js";

const unitPowers: Record<string, number> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mm: 6,
  mio: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  tn: 12,
  trillion: 12,
  千: 3,
  万: 4,
  萬: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};

const currencyWords: Record<string, string> = {
  "¥": "CNY",
  "cn¥": "CNY",
  rmb: "CNY",
  元: "CNY",
  人民币: "CNY",
  人民币元: "CNY",
  元人民币: "CNY",
  "jp¥": "JPY",
  日元: "JPY",
  $: "USD",
  us$: "USD",
  美元: "USD",
  美金: "USD",
  刀: "USD",
  hk$: "HKD",
  港元: "HKD",
  港币: "HKD",
  nt$: "TWD",
  新台币: "TWD",
  s$: "SGD",
  新加坡元: "SGD",
  a$: "AUD",
  c$: "CAD",
  "€": "EUR",
  欧元: "EUR",
  "£": "GBP",
  英镑: "GBP",
  "₹": "INR",
  "₩": "KRW",
  韩元: "KRW",
};

const figure = /^[+-]?(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+)?(\.\d+)?$/;

/** Full-width signs become plain ones; the marks of minus become one. */
const plain = (text: string) => text.normalize("NFKC").replace(/[−–]/g, "-").trim();

/** Shifted in decimal, so that 1.1 million is no 1100000.0000000002. */
function shifted(digits: string, power: number): number | null {
  if (!/\d/.test(digits) || !figure.test(digits)) return null;
  return Number(`${digits.replace(/[,' ]/g, "")}e${power}`);
}

/** "1,200", "1.2万", "5m", "1e-7". */
export function readNumber(text: string): number | null {
  const written = plain(text);
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d{1,2}$/i.test(written)) return Number(written);
  const [, digits = "", unit = ""] = /^([-+\d.,' ]*\d)\s*(\p{L}*)$/u.exec(written) ?? [];
  const power = unit === "" ? 0 : unitPowers[unit.toLowerCase()];
  return power === undefined ? null : shifted(digits, power);
}

const currencyOf = (word: string): string | undefined => {
  const known = currencyWords[word.toLowerCase()];
  return known ?? (/^[a-z]{3}$/i.test(word) ? word.toUpperCase() : undefined);
};

/** The currency may stand in front ("USD 5m", "¥1,200万") or behind ("500万美元", "5m usd"). */
export function readMoney(text: string): Money | null {
  const [, minus = "", before = "", rest = ""] =
    /^([+-]?)\s*([\p{L}\p{Sc}]*)\s*(.*)$/u.exec(plain(text)) ?? [];
  if (before !== "") {
    const currency = currencyOf(before);
    return moneyOf(readNumber(minus + rest), currency);
  }
  const [, digits = "", words = ""] = /^(.*\d)\s*([\p{L}\p{Sc} ]+)$/u.exec(rest) ?? [];
  for (const unit of unitsOf(words)) {
    const currency = currencyOf(words.slice(unit.length).trim());
    const value = readNumber(`${minus}${digits}${unit}`);
    if (currency !== undefined && value !== null) return moneyOf(value, currency);
  }
  return null;
}

/** How the words behind a figure may begin: with a unit, the longest first, or with none. */
const unitsOf = (words: string): string[] =>
  ["", ...Object.keys(unitPowers)]
    .filter((unit) => words.toLowerCase().startsWith(unit))
    .sort((a, b) => b.length - a.length);

const moneyOf = (amount: number | null, currency: string | undefined): Money | null =>
  amount === null || currency === undefined ? null : { amount, currency };

const dates = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/,
  /^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?(?: [\d:.]+)?$/,
  /^(\d{4})\.(\d{1,2})(?:\.(\d{1,2}))?$/,
  /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?$/,
  /^(\d{4})(?:-(\d{1,2}))?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** Year first, in whatever marks; a day or month that is left out is the first. */
export function readDate(text: string): string | null {
  const written = plain(text);
  for (const form of dates) {
    const [, year, month = "1", day = "1"] = form.exec(written) ?? [];
    if (year !== undefined) return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  }
  return null;
}

/** An address is taken without its https:// too. */
export function readLink(text: string): string | null {
  if (/^https?:\/\//i.test(text)) return text;
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(text) ? `https://${text}` : null;
}

const folded = (text: string) => plain(text).toLowerCase();

export function readOption(options: readonly string[], text: string): string | null {
  return (
    options.find((option) => option === text) ??
    options.find((option) => folded(option) === folded(text)) ??
    null
  );
}
