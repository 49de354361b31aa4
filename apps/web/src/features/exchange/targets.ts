import type { Column } from "@highwater/shared/exchange/contract";
import {
  reasonTarget,
  reviewerTarget,
  scoreTarget,
  summaryTarget,
} from "@highwater/shared/exchange/scores";
import { coreCriteria } from "@highwater/shared/rubrics/contract";

/** The facts that a column may become, most used first. */
export const factTargets = [
  "name",
  "website",
  "thesis",
  "description",
  "problem",
  "kind",
  "vertical",
  "tags",
  "market",
  "buyer",
  "regulatedBuyer",
  "interface",
  "positioning",
  "deployment",
  "moats",
  "modelStrategy",
  "thinWrapper",
  "qualityNow",
  "pathTo90",
  "partners",
  "overlookedInsight",
  "source",
  "confidential",
  "notes",
] as const;

/** What owners and admins may bring along in the name of members. */
export const reviewTargets = [
  reviewerTarget,
  ...coreCriteria.map(scoreTarget),
  summaryTarget,
  ...coreCriteria.map(reasonTarget),
];

export const newField = ({ looksLike, header }: Pick<Column, "looksLike" | "header">) =>
  `new:${looksLike}:${header.trim().slice(0, 60)}`;

/** The columns that fight over a target, by index: each with the headers of the others. */
export function conflicts(columns: readonly Column[], mapping: readonly string[]) {
  const found = new Map<number, string[]>();
  for (const column of columns) {
    const target = mapping[column.index];
    if (target === undefined || target === "skip") continue;
    const others = columns.filter(
      ({ index }) => index !== column.index && mapping[index] === target,
    );
    if (others.length > 0)
      found.set(
        column.index,
        others.map(({ header }) => header),
      );
  }
  return found;
}
