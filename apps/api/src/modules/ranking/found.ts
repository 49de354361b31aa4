import { type Operator, parseSearch, type SearchTerm } from "@highwater/shared/candidates/search";
import type { Prepared } from "../../platform/prepared.js";
import { termsHold } from "../candidates/candidates.source.js";
import type { Snapshot } from "./snapshot.js";
import { Found, idsWhere } from "./snapshot.queries.js";

type Figure = Extract<SearchTerm, { kind: "figure" }>;

export interface Ranked {
  snapshot: Snapshot;
  weights: readonly number[];
  masked: ReadonlySet<number>;
}

const compare = {
  ":": (a, b) => a === b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
} as const satisfies Record<Operator, (a: number, b: number) => boolean>;

/** Whether an answer to this search is one member's alone. */
export const isPersonal = (q: string | undefined): boolean =>
  q !== undefined && /(^|[\s-])(reviewer|owner)\s*[:：]/i.test(q);

/** A figure of a row; NaN where it has none, which is neither more nor less than anything. */
function figureOf({ snapshot, weights }: Ranked, key: string): (row: number) => number {
  const { criteria } = snapshot.rubric;
  if (key === "total") return (row) => snapshot.ranked(weights).totals[row] as number;
  if (key === "reviews") return (row) => snapshot.rows.reviews[row] as number;
  if (key === "spread")
    return (row) => {
      const widest = Math.max(...criteria.map((_, at) => widthOf(snapshot.countsAt(at, row))));
      return widest < 0 ? Number.NaN : widest;
    };
  const means = snapshot.figures(key, weights, new Set());
  return (row) => (means[row] as number) / 20;
}

/** From the lowest level that somebody gave to the highest. */
function widthOf(counts: readonly number[]): number {
  const first = counts.findIndex((count) => count > 0);
  return first < 0 ? Number.NEGATIVE_INFINITY : counts.findLastIndex((count) => count > 0) - first;
}

/** Rows of the snapshot that a search lets through; undefined where nothing is asked for. */
export async function foundRows(
  prepared: Prepared,
  viewer: { teamId: string; memberId: string },
  ranked: Ranked,
  q: string | undefined,
): Promise<ReadonlySet<number> | undefined> {
  const { snapshot, masked } = ranked;
  const terms = parseSearch(
    q ?? "",
    snapshot.rubric.criteria.map(({ key }) => key),
  );
  if (terms.length === 0) return undefined;
  const figures = terms.filter((term) => term.kind === "figure");
  const others = terms.filter((term) => term.kind !== "figure");
  const rows =
    others.length > 0
      ? snapshot.ids.rowsOf(await idsOf(prepared, viewer, others))
      : Array.from({ length: snapshot.rows.size }, (_, row) => row);
  const tests = figures.map((term) => testOf(ranked, masked, term));
  return new Set(rows.filter((row) => tests.every((test) => test(row))));
}

async function idsOf(
  prepared: Prepared,
  viewer: { teamId: string; memberId: string },
  terms: readonly SearchTerm[],
): Promise<Uint8Array> {
  const { teamId } = viewer;
  const [{ ids }] = await prepared.rows(
    Found,
    idsWhere(teamId, termsHold(teamId, terms, { viewer })),
  );
  return ids ?? new Uint8Array();
}

function testOf(
  ranked: Ranked,
  masked: ReadonlySet<number>,
  { key, operator, value, not }: Figure,
) {
  const figure = figureOf(ranked, key);
  return (row: number) => (!masked.has(row) && compare[operator](figure(row), value)) !== not;
}
