import type { Field, FieldValue, FieldValues } from "@highwater/shared/fields/contract";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { languageTag } from "../../i18n/i18n";
import { plainAddress } from "../../lib/addresses";
import { figure } from "../../lib/numbers";
import { UserText } from "../../ui/localized";
import { day } from "../../ui/time-ago";
import { fieldsQuery } from "./queries";

/** What the team's fields hold of a candidate, in words. */
export function useTeamFacts(values: FieldValues) {
  const { data: fields = [] } = useQuery(fieldsQuery);
  return fields.flatMap((field) => {
    const value = values[field.key] ?? null;
    return value === null ? [] : [{ key: field.key, name: field.name, fact: factOf(field, value) }];
  });
}

function factOf({ type }: Field, value: NonNullable<FieldValue>): ReactNode {
  if (typeof value === "object")
    return new Intl.NumberFormat(languageTag(), {
      style: "currency",
      currency: value.currency,
      maximumFractionDigits: Number.isInteger(value.amount) ? 0 : 2,
    }).format(value.amount);
  if (typeof value === "number") return figure(value);
  if (type === "date") return day(value);
  if (type === "link" && /^https?:\/\//i.test(value))
    return (
      <a href={value} target="_blank" rel="noreferrer nofollow">
        {plainAddress(value)}
      </a>
    );
  return <UserText>{value}</UserText>;
}
