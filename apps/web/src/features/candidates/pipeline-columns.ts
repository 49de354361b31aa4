import type { Field } from "@highwater/shared/fields/contract";
import { useState } from "react";
import { recall, remember } from "../../lib/remembered";

const fixed = ["name", "stage", "vertical", "tags", "owner", "createdAt", "updatedAt"] as const;
type FixedKey = (typeof fixed)[number];

const widths: Record<FixedKey, number> = {
  name: 220,
  stage: 110,
  vertical: 130,
  tags: 140,
  owner: 116,
  createdAt: 124,
  updatedAt: 124,
};

export type Column = { key: string; width: number } & (
  | { kind: FixedKey; field?: undefined }
  | { kind: "field"; field: Field }
);

/** Figures stand under each other at their right ends. */
export const isFigure = ({ field }: Column) => field?.type === "number" || field?.type === "money";

const columnsOf = (fields: readonly Field[]): Column[] => [
  ...fixed.map((kind) => ({ key: kind, kind, width: widths[kind] })),
  ...fields.map((field) => ({
    key: `fields.${field.key}`,
    kind: "field" as const,
    field,
    width: 130,
  })),
];

/** Until somebody chooses: all but the day of the last change and the later team fields. */
const initial = (columns: readonly Column[]) =>
  columns
    .filter(({ kind }) => kind !== "updatedAt" && kind !== "field")
    .concat(columns.filter(({ kind }) => kind === "field").slice(0, 3))
    .map(({ key }) => key);

/** The columns of a team, and which of them this browser shows. The name always is. */
export function useColumns(team: string, fields: readonly Field[]) {
  const place = `hw-pipeline-columns:${team}`;
  const [chosen, setChosen] = useState(() => recall(place)?.split(","));
  const all = columnsOf(fields);
  const keys = new Set(chosen ?? initial(all)).add("name");
  const toggle = (key: string) => {
    const next = all.map((column) => column.key).filter((one) => keys.has(one) !== (one === key));
    setChosen(next);
    remember(place, next.join(","));
  };
  return { all, shown: all.filter(({ key }) => keys.has(key)), toggle };
}
