import type { CandidateInput } from "@highwater/shared/candidates/contract";
import type { FieldValue, FieldValues } from "@highwater/shared/fields/contract";
import { formatValue } from "@highwater/shared/fields/values";
import type { Member } from "@highwater/shared/team/contract";
import { useTranslation } from "react-i18next";
import type { FactKey } from "./form-values";
import { useWords } from "./words";

type Scenario = NonNullable<CandidateInput["painScenarios"]>[number];
type Person = NonNullable<CandidateInput["people"]>[number];

const groups = {
  kind: "kind",
  vertical: "vertical",
  market: "market",
  deployment: "deployment",
  positioning: "positioning",
  modelStrategy: "modelStrategy",
} as const satisfies Partial<Record<FactKey, string>>;

/** One team field; all of them together are the fact `fields`. */
export type OfField = `fields.${string}`;
const isOfField = (key: FactKey | OfField): key is OfField => key.startsWith("fields.");

const grouped = (key: FactKey): key is keyof typeof groups => key in groups;

/** A fact in words, for where two versions of it stand beside each other. */
export function useFactText(members: readonly Member[]) {
  const { t } = useTranslation("candidates");
  const words = useWords();
  const scenario = ({ name, frequency, saving }: Scenario) =>
    [name, frequency && words("frequency", frequency), saving].filter(Boolean).join(" · ");
  const person = ({ name, role, link, knownBy }: Person) =>
    [name, role, link, knownBy].filter(Boolean).join(" · ");
  const fieldsText = (fields: FieldValues) =>
    Object.entries(fields)
      .map(([key, one]) => `${key}: ${formatValue(one) || t("conflict.empty")}`)
      .join("\n");
  return (key: FactKey | OfField, value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("conflict.empty");
    if (isOfField(key)) return formatValue(value as FieldValue);
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (key === "ownerId") return members.find(({ id }) => id === value)?.name ?? String(value);
    if (key === "fields") return fieldsText(value as FieldValues);
    if (grouped(key)) return words(groups[key], String(value));
    if (!Array.isArray(value)) return String(value);
    if (value.length === 0) return t("conflict.empty");
    if (key === "painScenarios") return (value as Scenario[]).map(scenario).join("\n");
    if (key === "people") return (value as Person[]).map(person).join("\n");
    if (key === "moats") return value.map((moat) => words("moat", String(moat))).join(", ");
    return value.join(", ");
  };
}
