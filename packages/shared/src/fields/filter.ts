import { invalid } from "../kernel/problem.js";

export interface FieldCondition {
  key: string;
  operator: ":" | ">=" | "<=";
  value: string;
}

const condition = /^([a-z][a-z0-9_]{0,39})(:|>=|<=)(.*)$/s;

const refusal = (part: string) =>
  invalid(
    "#/fields",
    "fields.condition",
    `"${part}" is no condition. Write key:value, key>=value or key<=value, separated by commas.`,
  );

function decoded(part: string, value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw refusal(part);
  }
}

/** `section:Text,founded>=2020` as conditions that must all hold; refuses what can't be read. */
export function parseConditions(text: string): FieldCondition[] {
  return text
    .split(",")
    .filter((part) => part !== "")
    .map((part) => {
      const [, key, operator, value = ""] = condition.exec(part) ?? [];
      if (key === undefined || operator === undefined || value === "") throw refusal(part);
      return { key, operator: operator as FieldCondition["operator"], value: decoded(part, value) };
    });
}
