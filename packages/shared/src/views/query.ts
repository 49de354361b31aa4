import { z } from "zod";
import { CandidateFilter, CandidateSort } from "../candidates/contract.js";
import { parseSearch } from "../candidates/search.js";
import { parseConditions } from "../fields/filter.js";
import { invalid, Problem } from "../kernel/problem.js";
import { RankingQuery, Scope, Sort } from "../ranking/contract.js";
import type { ViewPage } from "./contract.js";
import { queryText } from "./query-text.js";

/** What the URL of each page may hold; the row that is selected there is nobody's view. */
const pages = {
  ranking: RankingQuery.omit({ limit: true, cursor: true, asOf: true, since: true }).extend({
    scope: Scope.optional(),
    sort: Sort.optional(),
    cols: z
      .string()
      .max(400)
      .regex(/^[\w,-]+$/, "Write column keys, with commas between.")
      .optional(),
  }),
  pipeline: CandidateFilter.extend({
    archived: z.stringbool().optional(),
    sort: CandidateSort.optional(),
  }),
} as const satisfies Record<ViewPage, z.ZodObject>;

export type ViewQuery<P extends ViewPage> = z.output<(typeof pages)[P]>;

const refusal = (code: string, sentence: string) => invalid("#/query", code, sentence);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw refusal("views.query_value", `"${text}" is badly encoded. Take the query from the URL.`);
  }
}

/** Each key once; an empty value says nothing. */
function pairsOf(text: string): Record<string, string> {
  const pairs = text
    .replace(/^\?/, "")
    .split("&")
    .map((part) => {
      const [key = "", ...value] = part.split("=");
      return [decoded(key), decoded(value.join("="))] as const;
    })
    .filter(([, value]) => value !== "");
  const twice = pairs.find(([key], at) => pairs.findIndex(([other]) => other === key) !== at);
  if (twice) throw refusal("views.query_twice", `"${twice[0]}" stands there twice. Leave one.`);
  return Object.fromEntries(pairs);
}

function complaint(page: ViewPage, { issues: [issue] }: z.ZodError): Problem {
  if (issue?.code === "unrecognized_keys") {
    const known = Object.keys(pages[page].shape).join(", ");
    return refusal(
      "views.query_unknown",
      `A view of the ${page} holds no "${issue.keys.join('", "')}". It may hold: ${known}.`,
    );
  }
  return refusal(
    "views.query_value",
    `"${issue?.path.join(".")}" can't be read: ${issue?.message}`,
  );
}

/** What its page refuses in words is refused in the same words here. */
function insist(read: () => unknown) {
  try {
    read();
  } catch (error) {
    throw error instanceof Problem ? refusal("views.query_value", error.message) : error;
  }
}

/** A page's query, read; refuses in words what its page couldn't show. */
export function readViewQuery<P extends ViewPage>(page: P, text: string): ViewQuery<P> {
  const read = pages[page].safeParse(pairsOf(text));
  if (!read.success) throw complaint(page, read.error);
  const { q, fields } = read.data as { q?: string; fields?: string };
  if (fields !== undefined) insist(() => parseConditions(fields));
  if (q !== undefined) insist(() => parseSearch(q));
  if ("weights" in read.data && read.data.weights && read.data.preset)
    throw refusal("views.query_value", "Give a preset or weights, not both.");
  return read.data as ViewQuery<P>;
}

/** The same query in its one spelling, so that equal views are equal texts. */
export function normalViewQuery(page: ViewPage, text: string): string {
  const { archived, ...query } = readViewQuery(page, text) as Record<string, unknown>;
  return queryText({ ...query, archived: archived || undefined });
}
