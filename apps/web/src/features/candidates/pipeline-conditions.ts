import { type FieldCondition, parseConditions } from "@highwater/shared/fields/filter";
import type { PipelineSearch } from "./pipeline-search";

export function conditionsOf({ fields: text }: PipelineSearch): FieldCondition[] {
  try {
    return parseConditions(text ?? "");
  } catch {
    return [];
  }
}

export const conditionText = (conditions: readonly FieldCondition[]): string | undefined =>
  conditions
    .map(({ key, operator, value }) => `${key}${operator}${encodeURIComponent(value)}`)
    .join(",") || undefined;
