import type { FieldValue } from "./contract.js";
import { checkValue, type FieldLaw, formatValue, parseValue } from "./values.js";

const law = (type: FieldLaw["type"]): FieldLaw => ({
  key: "f",
  type,
  options: type === "select" ? ["A", "Pre-A", "天使"] : [],
});
const money = (amount: number, currency: string) => ({ amount, currency });

const read: [FieldLaw["type"], string, FieldValue][] = [
  ["text", "  two words ", "two words"],
  ["text", "   ", null],
  ["number", "1,200", 1200],
  ["number", "１，２００．５", 1200.5],
  ["number", "-12 000", -12000],
  ["number", "1.1m", 1_100_000],
  ["number", "3.3万", 33_000],
  ["number", ".5", 0.5],
  ["number", "1e-7", 1e-7],
  ["money", "¥1,200万", money(12_000_000, "CNY")],
  ["money", "￥1.2亿", money(120_000_000, "CNY")],
  ["money", "USD 5m", money(5_000_000, "USD")],
  ["money", "us$5.5 million", money(5_500_000, "USD")],
  ["money", "-$3k", money(-3000, "USD")],
  ["money", "500万美元", money(5_000_000, "USD")],
  ["money", "1200万元", money(12_000_000, "CNY")],
  ["money", "人民币 3 千万", money(30_000_000, "CNY")],
  ["money", "2.4bn eur", money(2_400_000_000, "EUR")],
  ["money", "5 mxn", money(5, "MXN")],
  ["money", "HK$7", money(7, "HKD")],
  ["date", "2021/3/5", "2021-03-05"],
  ["date", "2021年3月", "2021-03-01"],
  ["date", "2021 年 3 月 5 日", "2021-03-05"],
  ["date", "2021.03.05", "2021-03-05"],
  ["date", "20210305", "2021-03-05"],
  ["date", "2021-03-05T00:00:00.000Z", "2021-03-05"],
  ["date", "2021", "2021-01-01"],
  ["select", "pre-a", "Pre-A"],
  ["select", "Ａ", "A"],
  ["link", "example.com/x?y=1", "https://example.com/x?y=1"],
  ["link", "http://a.example/", "http://a.example/"],
];

test.each(read)("%s %p is read as %p, and reads the same from a file", (type, text, value) => {
  expect(parseValue(law(type), text)).toEqual({ value });
  expect(parseValue(law(type), formatValue(value))).toEqual({ value });
});

test.each<[FieldLaw["type"], string]>([
  ["text", "x".repeat(2001)],
  ["text", "a\u0000b"],
  ["number", "1,20"],
  ["number", "1.234,5"],
  ["number", "about 5"],
  ["number", "12%"],
  ["number", "9e99"],
  ["money", "500"],
  ["money", "5 dollars or so"],
  ["money", "USD"],
  ["money", "5m"],
  ["date", "2021-02-30"],
  ["date", "3/5/2021"],
  ["date", "soon"],
  ["select", "B"],
  ["link", "javascript:alert(1)"],
  ["link", "no address"],
])("%s refuses %p at its own place", (type, text) => {
  expect(parseValue(law(type), text)).toMatchObject({
    error: { pointer: "#/fields/f", code: `fields.${type}` },
  });
});

test.each<[FieldLaw["type"], FieldValue]>([
  ["text", 5],
  ["number", "5"],
  ["money", 5],
  ["date", "2021/3/5"],
  ["date", "2021-02-30"],
  ["select", "a"],
  ["link", "example.com"],
])("the API takes no %s written as %p", (type, value) => {
  expect(checkValue(law(type), value)).toMatchObject({ error: { code: `fields.${type}` } });
});

test("null empties a field of any type", () => {
  expect(checkValue(law("money"), null)).toEqual({ value: null });
  expect(formatValue(null)).toBe("");
});
