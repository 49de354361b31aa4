import { z } from "zod";
import { line, webAddress } from "../kernel/contract.js";
import type { InputError } from "../kernel/problem.js";
import { type Field, type FieldValue, Money } from "./contract.js";
import { readDate, readLink, readMoney, readNumber, readOption } from "./readings.js";

/** What a value is judged by. */
export type FieldLaw = Pick<Field, "key" | "type" | "options">;
export type Checked = { value: FieldValue } | { error: InputError };

const amount = z.number().min(-1e15).max(1e15);
const date = z.iso.date().refine((text) => text >= "0001-01-01");

export const longestText = 2000;

const sentences = {
  text: "Write at most 2,000 characters.",
  number: "Write a number, such as 1200 or 1,200.5.",
  money: "Write the amount with its currency, such as USD 5m or ¥1,200万.",
  date: "Write a date, such as 2021-03-05.",
  select: "Choose one of the options",
  link: "Write the whole address, with https://.",
} as const;

function refused({ key, type, options }: FieldLaw): Checked {
  const named = options.slice(0, 20).join(", ");
  const message = type === "select" ? `${sentences.select}: ${named}.` : sentences[type];
  return { error: { pointer: `#/fields/${key}`, code: `fields.${type}`, message } };
}

/** Made once: an import asks for them a million times. */
const schemas: Record<Exclude<FieldLaw["type"], "select">, z.ZodType<FieldValue>> = {
  text: line(longestText),
  number: amount,
  money: Money,
  date,
  link: webAddress,
};

/** A typed value, as the API takes it; null empties the field. */
export function checkValue(field: FieldLaw, value: FieldValue): Checked {
  const { type, options } = field;
  if (value === null) return { value };
  if (type === "select")
    return typeof value === "string" && options.includes(value) ? { value } : refused(field);
  const checked = schemas[type].safeParse(value);
  return checked.success ? { value: checked.data } : refused(field);
}

function reading({ type, options }: FieldLaw, text: string): FieldValue {
  if (type === "number") return readNumber(text);
  if (type === "money") return readMoney(text);
  if (type === "date") return readDate(text);
  if (type === "link") return readLink(text);
  return type === "select" ? readOption(options, text) : text;
}

/** What somebody wrote in a file or a form; nothing but spaces empties the field. */
export function parseValue(field: FieldLaw, text: string): Checked {
  const written = text.trim();
  if (written === "") return { value: null };
  const value = reading(field, written);
  return value === null ? refused(field) : checkValue(field, value);
}

/** As it stands in files; `parseValue` reads it back. */
export function formatValue(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return `${value.currency} ${value.amount}`;
  return String(value);
}
