import { type SortKey, sortKeys } from "@highwater/shared/ranking/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";

type PlainKind = "rank" | "name" | "stage" | "total" | "spread" | "reviews" | "champions" | "flags";
export type Column =
  | { kind: PlainKind; key: string }
  | { kind: "criterion"; key: string; criterion: Criterion };
type ColumnKind = Column["kind"];

const widths: Record<ColumnKind, number> = {
  rank: 64,
  name: 204,
  stage: 108,
  total: 148,
  criterion: 60,
  spread: 60,
  reviews: 68,
  champions: 44,
  flags: 140,
};

const widthOf = (column: Column) =>
  column.kind === "criterion" && column.criterion.inverted ? 84 : widths[column.kind];

/** Rank and name are pinned and always there; the rest can be put away. */
export const pinned = (column: Column) => column.kind === "rank" || column.kind === "name";

export function columnsOf(criteria: readonly Criterion[]): Column[] {
  const plain = (kind: PlainKind): Column => ({ kind, key: kind });
  return [
    plain("rank"),
    plain("name"),
    plain("stage"),
    plain("total"),
    ...criteria.map((criterion): Column => ({ kind: "criterion", key: criterion.key, criterion })),
    plain("spread"),
    plain("reviews"),
    plain("champions"),
    plain("flags"),
  ];
}

/** `cols` of the URL; absent means all. */
export function shownColumns(all: readonly Column[], cols: string | undefined): Column[] {
  if (cols === undefined) return [...all];
  const wanted = new Set(cols.split(","));
  return all.filter((column) => pinned(column) || wanted.has(column.key));
}

/** The `cols` after one column was put away or taken out; undefined when all are shown again. */
export function toggled(all: readonly Column[], cols: string | undefined, key: string) {
  const shown = new Set(shownColumns(all, cols).map((column) => column.key));
  if (!shown.delete(key)) shown.add(key);
  if (shown.size === all.length) return undefined;
  const rest = all.filter((column) => !pinned(column) && shown.has(column.key));
  // An empty `cols` would be dropped from the URL and mean "all".
  return rest.map((column) => column.key).join(",") || "name";
}

/** The widths as a CSS grid, the name taking what is left, and the least width of the whole. */
export function trackOf(columns: readonly Column[]) {
  const tracks = columns.map((column) =>
    column.kind === "name" ? `minmax(${widths.name}px, 1fr)` : `${widthOf(column)}px`,
  );
  return {
    tracks: tracks.join(" "),
    least: columns.reduce((sum, column) => sum + widthOf(column), 0),
  };
}

export const sortKeyOf = (column: Column): SortKey | undefined => {
  const key = column.kind === "rank" ? "total" : column.key;
  return sortKeys.find((one) => one === key);
};
