import { factKeys, figureKeys } from "@highwater/shared/candidates/search";
import { outcomes, stages } from "@highwater/shared/stages/contract";

export interface Known {
  verticals: readonly string[];
  tags: readonly string[];
  members: readonly string[];
  criteria: readonly string[];
  fields: readonly string[];
}

const quoted = (value: string) => (/\s/.test(value) ? `"${value}"` : value);

/** What may stand behind a key; figures are compared. */
function valuesOf(key: string, known: Known): readonly string[] {
  if (key === "stage") return stages;
  if (key === "decision") return outcomes;
  if (key === "vertical") return known.verticals;
  if (key === "tag") return known.tags;
  if (key === "owner" || key === "reviewer") return ["me", ...known.members];
  if (key === "kind") return ["startup", "idea"];
  if (key === "market") return ["US", "CN", "global"];
  if (key === "total") return [">60", ">=80", "<40"];
  if (key === "spread") return [">=3"];
  if (key === "reviews") return ["<3", ">=3"];
  return known.criteria.includes(key) ? [">=4", "<2"] : [];
}

const most = 12;

/** Whole texts that what is typed may become: the last word completed to a filter or its value. */
export function hintsOf(typed: string, known: Known): string[] {
  const [, before = "", minus = "", last = ""] = /^(.*?)(-?)(\S*)$/s.exec(typed) ?? [];
  const colon = last.indexOf(":");
  const begun = last.toLowerCase();
  const words =
    colon < 0
      ? [...factKeys, ...figureKeys, "reviewer", ...known.criteria, ...known.fields].map(
          (key) => `${key}:`,
        )
      : valuesOf(begun.slice(0, colon), known).map(
          (value) => `${last.slice(0, colon + 1)}${quoted(value)}`,
        );
  return words
    .filter((word) => word.toLowerCase().startsWith(begun) && word.toLowerCase() !== begun)
    .slice(0, most)
    .map((word) => `${before}${minus}${word}`);
}
