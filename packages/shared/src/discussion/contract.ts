import { z } from "zod";
import { SourceCitation, SourceCitations } from "../evidence/citing.js";
import { Cursor, Id, Limit, prose, Timestamp } from "../kernel/contract.js";
import { Sight } from "../reviews/contract.js";
import { Level } from "../rubrics/contract.js";
import { Stage } from "../stages/contract.js";

const who = z.object({ id: Id, name: z.string() });
const text = prose(10_000);

/** Markdown; mentions are written `@[Name](member:<id>)`. An answer stands where its thread does. */
export const CommentInput = z
  .strictObject({
    text,
    criterion: z.string().min(1).max(60).nullable().default(null),
    parentId: Id.nullable().default(null),
    citations: SourceCitations.default([]),
  })
  .meta({ id: "CommentInput" });
export type CommentInput = z.infer<typeof CommentInput>;

export const CommentPatch = z
  .strictObject({ text: text.optional(), citations: SourceCitations.optional() })
  .meta({ id: "CommentPatch" });
export type CommentPatch = z.infer<typeof CommentPatch>;

export const Comment = z
  .object({
    id: Id,
    candidateId: Id,
    criterion: z.string().nullable(),
    /** The first comment of its thread; null: it is the first. */
    parentId: Id.nullable(),
    by: who,
    /** Empty once its author has removed it. */
    text: z.string(),
    mentions: z.array(who),
    citations: z.array(SourceCitation),
    createdAt: Timestamp,
    editedAt: Timestamp.nullable(),
    removed: z.boolean(),
    resolvedAt: Timestamp.nullable(),
    resolvedBy: who.nullable(),
    may: z.object({ edit: z.boolean(), remove: z.boolean(), resolve: z.boolean() }),
  })
  .meta({ id: "Comment" });
export type Comment = z.infer<typeof Comment>;

/** The oldest first. Who doesn't see the reviews gets none, and not how many there are. */
export const Comments = z
  .object({ sight: Sight, mayComment: z.boolean(), items: z.array(Comment) })
  .meta({ id: "Comments" });
export type Comments = z.infer<typeof Comments>;

/** What a comment said, from when on; the last one is what it says now. */
export const CommentVersions = z
  .object({ items: z.array(z.object({ text: z.string(), at: Timestamp })) })
  .meta({ id: "CommentVersions" });
export type CommentVersions = z.infer<typeof CommentVersions>;

/** One end of a disagreement: who gave the lowest or the highest score, and why. */
export const Extreme = z.object({
  reviewer: z.object({ id: Id, name: z.string(), sample: z.boolean() }),
  score: Level,
  reason: z.string().nullable(),
  citations: z.array(SourceCitation),
  notBlind: z.boolean(),
});
export type Extreme = z.infer<typeof Extreme>;

export const Disagreement = z
  .object({
    id: Id,
    criterion: z.string(),
    /** As it is now: the scores may have come nearer since it was opened. */
    spread: z.int(),
    lowest: Extreme.nullable(),
    highest: Extreme.nullable(),
    openedAt: Timestamp,
    settledAt: Timestamp.nullable(),
    settledBy: who.nullable(),
    note: z.string().nullable(),
    maySettle: z.boolean(),
  })
  .meta({ id: "Disagreement" });
export type Disagreement = z.infer<typeof Disagreement>;

/** Of a revealed candidate, in the rubric's order. */
export const Disagreements = z
  .object({ items: z.array(Disagreement) })
  .meta({ id: "Disagreements" });
export type Disagreements = z.infer<typeof Disagreements>;

export const SettleInput = z.strictObject({ note: prose(2000) }).meta({ id: "SettleInput" });
export type SettleInput = z.infer<typeof SettleInput>;

export const dissentSorts = ["spread", "total", "championed", "name"] as const;
export const DissentSort = z.enum(dissentSorts.flatMap((key) => [key, `-${key}`] as const));
export type DissentSort = z.infer<typeof DissentSort>;

export const DissentQuery = z.strictObject({
  sort: DissentSort.default("-spread"),
  /** Only where something is still to be settled, or a member backs it. */
  open: z.stringbool().default(false),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type DissentQuery = z.infer<typeof DissentQuery>;

/** A revealed candidate over which members differ, or that one of them backs against its total. */
export const DissentItem = z
  .object({
    id: Id,
    name: z.string(),
    thesis: z.string().nullable(),
    stage: Stage,
    rank: z.int().nullable(),
    total: z.number().nullable(),
    /** The widest of its disagreements; 0 where it is only championed. */
    spread: z.int(),
    criteria: z.array(
      z.object({ criterion: z.string(), spread: z.int(), settledAt: Timestamp.nullable() }),
    ),
    champions: z.array(who),
  })
  .meta({ id: "DissentItem" });
export type DissentItem = z.infer<typeof DissentItem>;
export const DissentPage = z
  .object({ items: z.array(DissentItem), count: z.int(), nextCursor: z.string().nullable() })
  .meta({ id: "DissentPage" });
export type DissentPage = z.infer<typeof DissentPage>;
