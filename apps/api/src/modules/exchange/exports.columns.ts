import { PainScenario, Person } from "@highwater/shared/candidates/contract";
import type { FieldType, FieldValue } from "@highwater/shared/fields/contract";
import { invalid } from "@highwater/shared/kernel/problem";
import { z } from "zod";
import { memberName } from "../../platform/member-name.js";
import type { Figures } from "../ranking/ranking.service.js";
import type { ExportRow } from "./exports.queries.js";

/** What a cell holds: typed in a workbook, written out in a text. */
export type Cell = string | number | boolean | Date | { amount: number; currency: string } | null;
export type ColumnKind =
  | "text"
  | "prose"
  | "link"
  | "number"
  | "figure"
  | "yes-no"
  | "day"
  | "moment"
  | "money";

export interface ExportColumn {
  key: string;
  header: string;
  kind: ColumnKind;
  cell(row: ExportRow, figures: Figures | undefined): Cell;
}

const column = (key: string, kind: ColumnKind, cell: ExportColumn["cell"]): ExportColumn => ({
  key,
  header: key,
  kind,
  cell,
});

type TextFact = {
  [K in keyof ExportRow]: ExportRow[K] extends string | null ? K : never;
}[keyof ExportRow];

const fact = (key: TextFact, kind: ColumnKind = "text") => column(key, kind, (row) => row[key]);
const listed = (items: readonly string[]) => items.join("; ") || null;

const person = ({ name, role, link }: z.infer<typeof Person>) =>
  [role ? `${name} (${role})` : name, link].filter(Boolean).join(" ");
const pain = ({ name, frequency, saving }: z.infer<typeof PainScenario>) => {
  const more = [frequency, saving].filter(Boolean).join(", ");
  return more ? `${name} (${more})` : name;
};

const facts: readonly ExportColumn[] = [
  fact("name"),
  fact("website", "link"),
  fact("thesis", "prose"),
  fact("problem", "prose"),
  fact("description", "prose"),
  fact("kind"),
  fact("interface"),
  fact("vertical"),
  fact("market"),
  fact("buyer"),
  column("regulatedBuyer", "yes-no", (row) => row.regulatedBuyer),
  fact("deployment"),
  column("tags", "text", (row) => listed(row.tags)),
  fact("positioning"),
  column("painScenarios", "prose", (row) =>
    listed(z.array(PainScenario).parse(row.painScenarios).map(pain)),
  ),
  column("moats", "text", (row) => listed(row.moats)),
  column("thinWrapper", "yes-no", (row) => row.thinWrapper),
  fact("modelStrategy"),
  column("qualityNow", "number", (row) => row.qualityNow),
  fact("pathTo90", "prose"),
  fact("partners", "prose"),
  column("people", "prose", (row) => listed(z.array(Person).parse(row.people).map(person))),
  fact("overlookedInsight", "prose"),
  fact("source", "prose"),
  column("owner", "text", (row) => row.owner && memberName(row.owner)),
  column("confidential", "yes-no", (row) => row.confidential),
  fact("notes", "prose"),
];

const course: readonly ExportColumn[] = [
  column("stage", "text", (row) => row.stage),
  column("decision", "text", (row) => row.decisions[0]?.outcome ?? null),
  column("decisionReason", "prose", (row) => row.decisions[0]?.reason ?? null),
  column("nextLook", "day", (row) => row.decisions[0]?.nextLook ?? null),
  column("trigger", "prose", (row) => row.decisions[0]?.trigger ?? null),
  column("revealedAt", "moment", (row) => row.revealedAt),
  column("archivedAt", "moment", (row) => row.archivedAt),
  column("createdAt", "moment", (row) => row.createdAt),
];

const ranks: readonly ExportColumn[] = [
  column("rank", "number", (_, figures) => figures?.rank ?? null),
  column("total", "figure", (_, figures) => figures?.total ?? null),
  column("reviews", "number", (_, figures) => figures?.reviews ?? null),
];

const mean = (key: string) =>
  column(`mean.${key}`, "figure", (_, figures) => figures?.means?.[key] ?? null);

interface TeamField {
  key: string;
  name: string;
  type: FieldType;
}

const kinds: Record<FieldType, ColumnKind> = {
  text: "text",
  number: "number",
  money: "money",
  date: "day",
  select: "text",
  link: "link",
};

function fieldCell(row: ExportRow, { key, type }: TeamField): Cell {
  const value = (row.fields as Record<string, FieldValue>)[key] ?? null;
  return type === "date" && typeof value === "string" ? new Date(value) : value;
}

/** A field goes by its name; one that is called like a column of ours goes by its key. */
function ofFields(fields: readonly TeamField[], others: readonly ExportColumn[]): ExportColumn[] {
  const taken = new Set(others.map(({ header }) => header));
  return fields.map((field) => {
    const key = `fields.${field.key}`;
    const header = taken.has(field.name) ? key : field.name;
    taken.add(header);
    return { key, header, kind: kinds[field.type], cell: (row) => fieldCell(row, field) };
  });
}

/** All columns in their order, or those that were asked for in theirs. */
export function columnsFor(
  team: { fields: readonly TeamField[]; criteria: readonly { key: string }[] },
  asked: string | undefined,
): ExportColumn[] {
  const figures = [...ranks, ...team.criteria.map(({ key }) => mean(key))];
  const fields = ofFields(team.fields, [...facts, ...course, ...figures]);
  const all = [...facts, ...fields, ...course, ...figures];
  if (asked === undefined) return all;
  return asked.split(",").map((key) => {
    const known = all.find((one) => one.key === key.trim());
    if (known) return known;
    throw invalid(
      "#/columns",
      "exports.unknown_column",
      `There is no column "${key}". There are: ${all.map((one) => one.key).join(", ")}.`,
    );
  });
}
