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

/** What a fact, or a team field, is called. */
export function useFactName() {
  const { t } = useTranslation("candidates");
  const { data } = useQuery(teamFieldsQuery());
  return (key: string): string => {
    const fact = factTargets.find((known) => known === key);
    if (fact) return t(`field.${fact}`);
    const field = data?.items.find((one) => `fields.${one.key}` === key);
    return field?.name ?? key.replace(/^(fields\.|new:[a-z]+:)/, "");
  };
}
