import type { FieldValue, FieldValues } from "@highwater/shared/fields/contract";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FieldInputs } from "./field-inputs";
import { fieldsQuery } from "./queries";

interface Slot {
  values: FieldValues;
  errors: Readonly<Record<string, ReactNode>>;
  onChange: (key: string, value: FieldValue) => void;
}

/** The team's fields for a form to place; none while the team has none. */
export function useTeamFields() {
  const { data: fields = [] } = useQuery(fieldsQuery);
  if (fields.length === 0) return undefined;
  return (slot: Slot) => <FieldInputs fields={fields} {...slot} />;
}
