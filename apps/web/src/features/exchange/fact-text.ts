import type { Column } from "@highwater/shared/exchange/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { teamFieldsQuery } from "./queries";
import { factTargets } from "./targets";

/** Any value of a fact as one line. */
export function factText(value: unknown): string {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(factText).join(", ");
  if (typeof value === "object")
    return Object.values(value).map(factText).filter(Boolean).join(" ");
  return String(value);
}

/** The facts of a row with its team fields beside them. */
export function flatFacts({ fields, ...facts }: Record<string, unknown>): Record<string, unknown> {
  if (typeof fields !== "object" || fields === null) return facts;
  const named = Object.entries(fields).map(([key, value]) => [`fields.${key}`, value]);
  return { ...facts, ...Object.fromEntries(named) };
}

/** What a fact, or a team field, is called. One that is yet to be made is called as its column. */
export function useFactName(columns: readonly Column[]) {
  const { t } = useTranslation("candidates");
  const { data } = useQuery(teamFieldsQuery());
  return (key: string): string => {
    const fact = factTargets.find((known) => known === key);
    if (fact) return t(`field.${fact}`);
    const [, index] = /^fields\.new_(\d+)$/.exec(key) ?? [];
    const column = columns.find((one) => String(one.index) === index);
    if (column) return column.header;
    const field = data?.items.find((one) => `fields.${one.key}` === key);
    return field?.name ?? key.replace(/^fields\./, "");
  };
}
