import type { Field, FieldType } from "../fields/contract.js";
import { parseValue } from "../fields/values.js";
import type { Column } from "./contract.js";
import { factTargets, headersOfFacts, normaliseHeader } from "./headers.js";
import { isReviewTarget, reviewColumns } from "./scores.js";

interface Known {
  fields: readonly Pick<Field, "key" | "name">[];
  /** Normalised header → target, as the team said before. */
  remembered: Readonly<Record<string, string>>;
  /** Reviews are proposed only to those who may bring them. */
  reviews?: boolean;
}
type Bare = Pick<Column, "index" | "header" | "samples">;

const dictionary = new Map(
  factTargets.flatMap((target) =>
    headersOfFacts[target]
      .split(" ")
      .map((header, rank) => [normaliseHeader(header), { target, rank }] as const),
  ),
);

const readable = (samples: readonly string[], type: FieldType) =>
  samples.length > 0 &&
  samples.every((text) => "value" in parseValue({ key: "x", type, options: [] }, text));

/** The kind of team field that these values would make; text where nothing narrower fits all of them. */
export function looksLike(samples: readonly string[]): FieldType {
  const given = samples.filter((text) => text.trim() !== "");
  if (given.every((text) => /^https?:\/\//i.test(text)) && given.length > 0) return "link";
  for (const type of ["number", "date", "money"] as const) if (readable(given, type)) return type;
  return "text";
}

interface Claim {
  index: number;
  target: string;
  because: Column["because"];
  /** The lower, the better the match. */
  rank: number;
}

function claimsOf(
  { index, header, samples }: Bare,
  { fields, remembered }: Known,
  review: string | undefined,
): Claim[] {
  if (review !== undefined) return [{ index, target: review, because: "header", rank: -2 }];
  const key = normaliseHeader(header);
  const before = remembered[key];
  if (before !== undefined && !isReviewTarget(before))
    return [{ index, target: before, because: "remembered", rank: -1 }];
  const field = fields.find(
    (one) => normaliseHeader(one.key) === key || normaliseHeader(one.name) === key,
  );
  if (field) return [{ index, target: `fields.${field.key}`, because: "header", rank: 0 }];
  const entry = dictionary.get(key);
  if (entry) return [{ index, ...entry, because: "header" }];
  if (looksLike(samples) === "link")
    return [{ index, target: "website", because: "values", rank: 100 + index }];
  return [];
}

/** Short texts that are all different: most likely the names. */
const nameLike = ({ samples }: Bare) =>
  samples.length > 0 &&
  new Set(samples).size === samples.length &&
  samples.every((text) => text.length > 0 && text.length <= 60) &&
  looksLike(samples) === "text";

/**
 * What each column most likely is. A target is taken once, by the better match: what the team said before,
 * then the header, then the values. Whatever is left over is skipped until somebody makes it a team field.
 */
export function proposeTargets(columns: readonly Bare[], known: Known): Column[] {
  const reviews = known.reviews ? reviewColumns(columns) : new Map<number, string>();
  const claims = columns
    .flatMap((column) => claimsOf(column, known, reviews.get(column.index)))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  const taken = new Map<string, Claim>();
  for (const claim of claims)
    if (claim.target === "skip" || !taken.has(claim.target))
      taken.set(claim.target === "skip" ? `skip ${claim.index}` : claim.target, claim);
  const answers = new Map([...taken.values()].map((claim) => [claim.index, claim]));
  const named = [...answers.values()].some(({ target }) => target === "name");
  const fallback = named
    ? undefined
    : columns.find((column) => !answers.has(column.index) && nameLike(column));
  if (fallback)
    answers.set(fallback.index, {
      index: fallback.index,
      target: "name",
      because: "values",
      rank: 200,
    });
  return columns.map((column) => ({
    ...column,
    proposal: answers.get(column.index)?.target ?? "skip",
    because: answers.get(column.index)?.because ?? "none",
    looksLike: looksLike(column.samples),
  }));
}
