import { z } from "zod";
import { Citation, Id, line, prose, Text } from "../kernel/contract.js";
import { claimStatuses } from "./law.js";

const refused = (code: string, error: string) => ({ error, params: { code: `claims.${code}` } });

const Probability = z
  .number()
  .refine(
    (p) => p >= 0 && p <= 1,
    refused("probability", "A probability is a number from 0 to 1."),
  );
const day = z.iso.date(refused("day", "Write a day, as 2025-03-19."));

/** How sure it is that somebody said so. */
export const ClaimStatus = z.enum(claimStatuses);
export type ClaimStatus = z.infer<typeof ClaimStatus>;
/** It came true, it did not, or nobody will ever be able to tell. */
export const outcomes = ["true", "false", "void"] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

const claim = {
  /** A sentence of which one can tell, on its day, whether it came true; in both languages, or twice the same. */
  text: z.strictObject({ en: line(500), zh: line(500) }),
  /** When it was said, and by when it is to be told whether it came true. */
  saidOn: day,
  dueOn: day.nullable(),
  status: ClaimStatus,
  source: line(500).nullable(),
};

export const ClaimInput = z
  .strictObject({
    ...claim,
    dueOn: claim.dueOn.default(null),
    status: claim.status.default("stated"),
    source: claim.source.default(null),
  })
  .refine(({ saidOn, dueOn }) => dueOn === null || dueOn >= saidOn, {
    path: ["dueOn"],
    ...refused("due_before_said", "It can't be due before it was said."),
  })
  .meta({ id: "ClaimInput" });
export type ClaimInput = z.infer<typeof ClaimInput>;

/** Its facts, or what came of it. */
export const ClaimPatch = z
  .strictObject({ ...claim, outcome: Outcome.nullable(), note: prose(2000).nullable() })
  .partial()
  .meta({ id: "ClaimPatch" });
export type ClaimPatch = z.infer<typeof ClaimPatch>;

/** What everybody knows of a claim: its forecasts stand apart. */
export const ClaimFacts = z
  .object({
    id: Id,
    text: Text,
    saidOn: z.iso.date(),
    dueOn: z.iso.date().nullable(),
    status: ClaimStatus,
    source: z.string().nullable(),
    citation: Citation.nullable(),
    outcome: Outcome.nullable(),
    /** What the outcome rests on. */
    note: z.string().nullable(),
    decidedOn: z.iso.date().nullable(),
  })
  .meta({ id: "ClaimFacts" });
export type ClaimFacts = z.infer<typeof ClaimFacts>;

export const ForecastInput = z
  .strictObject({ probability: Probability })
  .meta({ id: "ForecastInput" });
export type ForecastInput = z.infer<typeof ForecastInput>;

const Person = z.object({ id: Id, name: z.string() });

/** A claim with the forecasts that this viewer may see: all, once they have given their own or it is decided. */
export const Claim = ClaimFacts.extend({
  mine: z.number().nullable(),
  count: z.int(),
  open: z.boolean(),
  group: z.number().nullable(),
  forecasts: z.array(
    z.object({ by: Person, probability: z.number(), brier: z.number().nullable() }),
  ),
}).meta({ id: "Claim" });
export type Claim = z.infer<typeof Claim>;

/** Claims, those that are due first in front, and how well each has foreseen those that are decided. */
export const Claims = z
  .object({
    items: z.array(Claim),
    scores: z.array(z.object({ by: Person, claims: z.int(), brier: z.number() })),
    group: z.object({ claims: z.int(), brier: z.number() }).nullable(),
  })
  .meta({ id: "Claims" });
export type Claims = z.infer<typeof Claims>;

export const ClaimsSeed = z.array(
  z.object({
    text: Text,
    saidOn: z.iso.date(),
    dueOn: z.iso.date().nullable(),
    status: ClaimStatus,
    citation: Citation,
  }),
);
