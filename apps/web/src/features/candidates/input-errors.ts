import type { FormValues } from "./form-values";
import { sentRows } from "./form-values";

interface At {
  pointer: string;
}

const unescape = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");

/** "#/people/0/link" → "people.2.link": the form's own row, for the API counts only the rows sent. */
export function fieldOf({ pointer }: At, values: FormValues): string {
  const [field = "", index, ...rest] = pointer.replace(/^#?\//, "").split("/").map(unescape);
  if (index === undefined || (field !== "people" && field !== "painScenarios")) return field;
  const rows: readonly object[] = values[field];
  const row = sentRows(rows)[Number(index)];
  const place = row === undefined ? Number(index) : rows.indexOf(row);
  return [field, place, ...rest].join(".");
}
