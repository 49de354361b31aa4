import { z } from "zod";
import { SourceCitation, SourceCitations } from "../evidence/citing.js";
import { Cursor, Id, Limit, pageOf, prose, Timestamp } from "../kernel/contract.js";
import { Level } from "../rubrics/contract.js";
import { Stage } from "../stages/contract.js";

/** A score on one criterion: 0-5, or null for "not assessed" (which is never 0). */
export const ScoreInput = z.strictObject({
  score: Level.nullable(),
  reason: prose(2000).optional(),
  citations: SourceCitations.optional(),
});

/** A whole draft: a criterion left out is not scored yet. */
export const ReviewInput = z
  .strictObject({
    summary: prose(5000).nullable().default(null),
    scores: z.record(z.string(), ScoreInput),
  })
  .meta({ id: "ReviewInput" });
export type ReviewInput = z.infer<typeof ReviewInput>;

export const Score = z.object({
  score: Level.nullable(),
  reason: z.string().nullable(),
  /** Left out where it rests on none. */
  citations: z.array(SourceCitation).optional(),
});
export type Score = z.infer<typeof Score>;
export const Scores = z.record(z.string(), Score);
export type Scores = z.infer<typeof Scores>;

export const MyReview = z
  .object({
    /** `draft`: never signed. `signed`: nothing pending. `amending`: signed, with unsigned changes. */
    status: z.enum(["draft", "signed", "amending"]),
    /** How often it was signed. */
    version: z.int(),
    summary: z.string().nullable(),
    scores: Scores,
    rubricVersion: z.int(),
    notBlind: z.boolean(),
    /** An admin brought it along: it counts, and opens nothing until its member signs it. */
    imported: z.boolean(),
    savedAt: Timestamp,
    signedAt: Timestamp.nullable(),
  })
  .meta({ id: "MyReview" });
export type MyReview = z.infer<typeof MyReview>;

export const SignedReview = z
  .object({
    reviewer: z.object({ id: Id, name: z.string(), sample: z.boolean() }),
    mine: z.boolean(),
    version: z.int(),
    rubricVersion: z.int(),
    summary: z.string().nullable(),
    scores: Scores,
    notBlind: z.boolean(),
    imported: z.boolean(),
    signedAt: Timestamp,
  })
  .meta({ id: "SignedReview" });
export type SignedReview = z.infer<typeof SignedReview>;

/** The team score on one criterion, over the reviews that count. */
export const TeamScore = z
  .object({
    mean: z.number(),
    median: z.number(),
    spread: z.int(),
    deviation: z.number().nullable(),
    n: z.int(),
    counts: z.array(z.int()).length(6),
  })
  .meta({ id: "TeamScore" });
export type TeamScore = z.infer<typeof TeamScore>;

/** Put off: `skip` for later, `abstain` for good. An abstention says why. */
export const setAsideKinds = ["skip", "abstain"] as const;
export const SetAsideInput = z
  .strictObject({ kind: z.enum(setAsideKinds), reason: prose(2000).nullable().default(null) })
  .refine(({ kind, reason }) => kind === "skip" || reason !== null, {
    error: "Say in a line why you abstain.",
    path: ["reason"],
    params: { code: "reviews.abstain_reason" },
  })
  .meta({ id: "SetAsideInput" });
export type SetAsideInput = z.infer<typeof SetAsideInput>;

export const SetAside = z
  .object({ kind: z.enum(setAsideKinds), reason: z.string().nullable(), at: Timestamp })
  .meta({ id: "SetAside" });
export type SetAside = z.infer<typeof SetAside>;

/** Somebody who said that they won't review it, and why. */
export const Abstention = z
  .object({ member: z.object({ id: Id, name: z.string() }), reason: z.string(), at: Timestamp })
  .meta({ id: "Abstention" });

/** Why this viewer sees the reviews of a candidate, or why not. */
export const Sight = z.enum(["revealed", "signed", "opened", "hidden", "recused"]);
export type Sight = z.infer<typeof Sight>;

/** What this viewer may see of a candidate's reviews. Hidden: only how many are signed. */
export const CandidateReviews = z
  .object({
    sight: Sight,
    signed: z.int(),
    needed: z.int(),
    mine: z.enum(["none", "draft", "signed", "amending"]),
    /** What one has set aside oneself. */
    setAside: SetAside.nullable(),
    mayOpen: z.boolean(),
    mayReveal: z.boolean(),
    reviews: z.array(SignedReview),
    /** Hidden with the reviews. */
    abstentions: z.array(Abstention),
    teamScores: z.record(z.string(), TeamScore).nullable(),
  })
  .meta({ id: "CandidateReviews" });
export type CandidateReviews = z.infer<typeof CandidateReviews>;

/** One signature: what it changed against the same member's signature before. */
export const SignedVersion = z
  .object({
    reviewer: z.object({ id: Id, name: z.string(), sample: z.boolean() }),
    mine: z.boolean(),
    version: z.int(),
    rubricVersion: z.int(),
    signedAt: Timestamp,
    summary: z.string().nullable(),
    /** The reviewer had seen others' reviews before the first signature. */
    notBlind: z.boolean(),
    /** The candidate was revealed by then. */
    revealed: z.boolean(),
    imported: z.boolean(),
    changes: z.array(
      z.object({ criterion: z.string(), before: Score.nullable(), after: Score.nullable() }),
    ),
  })
  .meta({ id: "SignedVersion" });
export type SignedVersion = z.infer<typeof SignedVersion>;

/** The newest first; while the reviews are hidden, one's own alone. */
export const ReviewHistory = z
  .object({ sight: Sight, items: z.array(SignedVersion) })
  .meta({ id: "ReviewHistory" });
export type ReviewHistory = z.infer<typeof ReviewHistory>;

export const RecusalInput = z
  .strictObject({ reason: prose(2000).nullable().default(null) })
  .meta({ id: "RecusalInput" });
export type RecusalInput = z.infer<typeof RecusalInput>;

/**
 * What comes first: `assigned`: one's assignments by due date; `fewest`: whatever has fewest signed reviews;
 * `vertical`: one vertical after the other. What was skipped comes last in each.
 */
export const queueModes = ["assigned", "fewest", "vertical"] as const;
export const QueueMode = z.enum(queueModes);
export type QueueMode = z.infer<typeof QueueMode>;

export const QueueQuery = z.strictObject({
  mode: QueueMode.default("assigned"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

export const QueueItem = z
  .object({
    id: Id,
    name: z.string(),
    thesis: z.string().nullable(),
    vertical: z.string().nullable(),
    stage: Stage,
    signed: z.int(),
    draft: z.boolean(),
    assigned: z.boolean(),
    dueOn: z.iso.date().nullable(),
    /** Its due date is past, by the UTC calendar. */
    overdue: z.boolean(),
    skipped: z.boolean(),
  })
  .meta({ id: "QueueItem" });
export type QueueItem = z.infer<typeof QueueItem>;

/** `total` waits; `done` of the same is signed already. What one abstains from is neither. */
export const QueuePage = pageOf(QueueItem)
  .extend({
    total: z.int(),
    done: z.int(),
    abstained: z.array(z.object({ id: Id, name: z.string(), reason: z.string() })),
  })
  .meta({ id: "QueuePage" });
export type QueuePage = z.infer<typeof QueuePage>;
