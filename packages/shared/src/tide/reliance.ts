import { z } from "zod";
import { moats } from "../candidates/contract.js";
import { Id, line, prose, Text, Timestamp } from "../kernel/contract.js";
import { CapabilityKey, Vector } from "./contract.js";

const share = z.number().refine((part) => part > 0 && part <= 1, {
  error: "A share is above 0 and at most 1.",
  params: { code: "tide.share" },
});

/** Beyond 1 by no more than what thirds and sevenths lose in writing. */
const sumsToOne = (items: readonly { share: number }[]) =>
  items.reduce((sum, item) => sum + item.share, 0) <= 1 + 1e-9;

/** Of what a candidate is worth, which share leans on which capability. */
export const RelianceInput = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          capability: CapabilityKey,
          share,
          confirmed: z.boolean().default(true),
        }),
      )
      .max(100)
      .refine((items) => new Set(items.map((item) => item.capability)).size === items.length, {
        error: "Name each capability once.",
        params: { code: "tide.relied_twice" },
      })
      .refine(sumsToOne, {
        error: "The shares sum to more than 1: what is left over leans on no model.",
        params: { code: "tide.shares" },
      }),
    /** By whom it may be overrun; several, or none said. */
    vectors: z.array(Vector).max(4).optional(),
  })
  .meta({ id: "RelianceInput" });
export type RelianceInput = z.infer<typeof RelianceInput>;

export const RelianceItem = z.object({
  capability: z.string(),
  name: Text,
  level: z.number(),
  share: z.number(),
  /** Until a member confirms it, it is a proposal: of the house, or of a member. */
  confirmed: z.boolean(),
});

export const Reliance = z
  .object({
    items: z.array(RelianceItem),
    /** Nobody has looked at it yet: it is made of vertical, strategy and moats. */
    proposed: z.boolean(),
    moats: z.array(z.object({ moat: z.enum(moats), defence: z.number() })),
    defence: z.number(),
    vectors: z.array(Vector),
    by: z.object({ id: Id, name: z.string() }).nullable(),
    at: Timestamp.nullable(),
  })
  .meta({ id: "Reliance" });
export type Reliance = z.infer<typeof Reliance>;

/** Confirms, as it stands, the reliance of these candidates, or of all of a vertical. */
export const ConfirmInput = z
  .strictObject({
    vertical: line(60).optional(),
    candidateIds: z.array(Id).min(1).max(1000).optional(),
  })
  .refine(
    ({ vertical, candidateIds }) => (vertical === undefined) !== (candidateIds === undefined),
    {
      error: "Name the candidates by ids, or by their vertical.",
      path: ["vertical"],
      params: { code: "tide.confirm_whom" },
    },
  )
  .meta({ id: "ConfirmInput" });
export type ConfirmInput = z.infer<typeof ConfirmInput>;

export const Confirmed = z.object({ confirmed: z.int() }).meta({ id: "Confirmed" });
export type Confirmed = z.infer<typeof Confirmed>;

const held = z.number().refine((part) => part >= 0 && part <= 1, {
  error: "A defence is a number from 0 to 1.",
  params: { code: "tide.defence" },
});

/** How much each moat holds back. */
export const DefenceTable = z
  .strictObject(
    Object.fromEntries(moats.map((moat) => [moat, held])) as Record<
      (typeof moats)[number],
      typeof held
    >,
  )
  .meta({ id: "DefenceTable" });
export type DefenceTable = z.infer<typeof DefenceTable>;

/** Somebody is asked to look again at a candidate which a release makes cross. */
export const ReReview = z
  .object({
    id: Id,
    candidate: z.object({ id: Id, name: z.string() }),
    release: z.object({ id: Id, name: Text }),
    member: z.object({ id: Id, name: z.string() }),
    mine: z.boolean(),
    openedAt: Timestamp,
    closedAt: Timestamp.nullable(),
    /** How it was answered. */
    closedBy: z.enum(["signature", "unchanged"]).nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "ReReview" });
export type ReReview = z.infer<typeof ReReview>;
export const ReReviews = z.object({ items: z.array(ReReview) }).meta({ id: "ReReviews" });
export type ReReviews = z.infer<typeof ReReviews>;

export const ReReviewQuery = z.strictObject({
  candidateId: Id.optional(),
  mine: z.stringbool().default(false),
  open: z.stringbool().default(true),
});
export type ReReviewQuery = z.infer<typeof ReReviewQuery>;

/** The score stands in the light of the release, and why. */
export const UnchangedInput = z
  .strictObject({ reason: prose(2000) })
  .meta({ id: "UnchangedInput" });
export type UnchangedInput = z.infer<typeof UnchangedInput>;
