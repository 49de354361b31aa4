import { z } from "zod";
import { Cursor, Id, Limit, line, searchText, Timestamp } from "../kernel/contract.js";
import { TeamScore } from "../reviews/contract.js";
import { Gate, PresetKey } from "../rubrics/contract.js";
import { Stage } from "../stages/contract.js";
import { causeKinds } from "./causes.js";

export const scopes = ["team", "mine"] as const;
export const Scope = z.enum(scopes);
export type Scope = z.infer<typeof Scope>;

export const sortKeys = [
  "total",
  "name",
  "reviews",
  "champions",
  "habit",
  "pain",
  "assistant",
  "flywheel",
  "overrun",
] as const;
export type SortKey = (typeof sortKeys)[number];

/** `-total` is best first. On `overrun` the number sorted is the risk. */
export const Sort = z.enum(sortKeys.flatMap((key) => [key, `-${key}`] as const));
export type Sort = z.infer<typeof Sort>;

const numbers = z
  .string()
  .max(400)
  .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, "Write numbers of 0 or more, with commas between.")
  .transform((text) => text.split(",").map(Number));

/** What chooses the weights: a preset by name, or one number a criterion in the rubric's order. */
export const Weighting = z.strictObject({
  preset: PresetKey.optional(),
  weights: numbers
    .refine((list) => list.some((weight) => weight > 0), "At least one weight must be above 0.")
    .optional(),
});

/** A moment: a time; a date, which means the end of that day (UTC); or a closed round by its id. */
export const Moment = z.union([z.iso.datetime({ offset: true }), z.iso.date(), Id], {
  error: "Give a time as 2026-11-24T09:00:00Z, a date as 2026-11-24, or a round's id.",
});

export const RankingQuery = Weighting.extend({
  scope: Scope.default("team"),
  /** The team's ranking as it stood then, under the rubric of then. */
  asOf: Moment.optional(),
  /** What has changed from then on, beside each row and why. */
  since: Moment.optional(),
  q: searchText(200).optional(),
  vertical: line(60).optional(),
  stage: Stage.optional(),
  tag: line(60).optional(),
  minTotal: z.coerce.number().min(0).max(100).optional(),
  sort: Sort.default("-total"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type RankingQuery = z.infer<typeof RankingQuery>;

export const flags = [
  "three-traits",
  "traits-fail",
  "submerged",
  "replacement",
  "provisional",
  "not-sellable",
  "inadmissible",
  "disagreement",
  "incomplete",
  "recused",
  "draft",
] as const;
export const Flag = z.enum(flags);
export type Flag = z.infer<typeof Flag>;

/** One event that moved a total. Without a total before it there is no effect to tell. */
const CauseItem = z.object({
  kind: z.enum(causeKinds),
  at: Timestamp,
  effect: z.number().nullable(),
  /** The rubric version that came into force. */
  version: z.int().nullable(),
});

/** How a row differs from what it was. `rank` is how many places it rose. */
export const RankingChange = z
  .object({
    rankBefore: z.int().nullable(),
    totalBefore: z.number().nullable(),
    rank: z.int().nullable(),
    total: z.number().nullable(),
    causes: z.array(CauseItem),
  })
  .meta({ id: "RankingChange" });
export type RankingChange = z.infer<typeof RankingChange>;

export const RankingItem = z
  .object({
    id: Id,
    name: z.string(),
    thesis: z.string().nullable(),
    /** 1 2 2 4; null when unscored or recused. */
    rank: z.int().nullable(),
    total: z.number().nullable(),
    coverage: z.number(),
    reviews: z.int(),
    stage: Stage,
    vertical: z.string().nullable(),
    tags: z.array(z.string()),
    flags: z.array(Flag),
    /** How many members back it against its total: of a revealed candidate, and to no one recused. */
    champions: z.int(),
    criteria: z.record(z.string(), TeamScore.nullable()),
    /** In Mine: whether the team's reviews stay hidden from this viewer, and how many are signed. */
    hidden: z.boolean(),
    signed: z.int(),
    /** One's own review, in Mine; null in Team, whose answers are the same for every member. */
    mine: z.enum(["none", "draft", "signed", "amending"]).nullable(),
    /** With `since` alone. */
    change: RankingChange.nullable().optional(),
  })
  .meta({ id: "RankingItem" });
export type RankingItem = z.infer<typeof RankingItem>;

export const RankingPage = z
  .object({
    scope: Scope,
    preset: PresetKey.nullable(),
    weights: z.record(z.string(), z.number()),
    rubricVersion: z.int(),
    /** The moments asked for, as times. */
    asOf: Timestamp.nullable(),
    since: Timestamp.nullable(),
    /** How many candidates match the filters, and how many of the scope are ranked at all. */
    count: z.int(),
    ranked: z.int(),
    /** A release is published: `/tide/proposed` says what it proposes beside the human risks. */
    tide: z.boolean(),
    items: z.array(RankingItem),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "RankingPage" });
export type RankingPage = z.infer<typeof RankingPage>;

export const ExplanationQuery = Weighting.extend({ scope: Scope.default("team") });
export type ExplanationQuery = z.infer<typeof ExplanationQuery>;

export const ExplanationPart = z.object({
  criterion: z.string(),
  weight: z.number(),
  inverted: z.boolean(),
  teamScore: TeamScore,
  /** 0-1, 1 = best: mean/5, or 1 − mean/5 where the criterion is a risk. */
  value: z.number(),
  /** Share of the total, in points of 100; the parts sum to the total. */
  points: z.number(),
  /** The points that a perfect score would give. */
  most: z.number(),
});

export const GateState = z.enum(["pass", "fail", "unmet", "flag", "clear", "unknown"]);
export type GateState = z.infer<typeof GateState>;

export const GateResult = z
  .object({ gate: Gate, state: GateState, values: z.record(z.string(), z.number().nullable()) })
  .meta({ id: "GateResult" });
export type GateResult = z.infer<typeof GateResult>;

/** Why a candidate has its total and its rank. */
export const Explanation = z
  .object({
    scope: Scope,
    total: z.number().nullable(),
    rank: z.int().nullable(),
    of: z.int(),
    coverage: z.number(),
    reviews: z.int(),
    parts: z.array(ExplanationPart),
    flags: z.array(Flag),
    gates: z.array(GateResult),
  })
  .meta({ id: "Explanation" });
export type Explanation = z.infer<typeof Explanation>;
