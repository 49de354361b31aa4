import { z } from "zod";
import { Id, Text } from "../kernel/contract.js";

/** Of how many candidates, those revealed last, the experiments read the reviews. */
export const mostCandidates = 2000;

const Place = z.object({ rank: z.int().nullable(), total: z.number().nullable() });

/** The ranking as it is and with each reviewer's leniency taken off. Of the members, only one's own leniency is told. */
export const Leniencies = z
  .object({
    /** Revealed candidates that were read; `more` stayed out because they were revealed longer ago. */
    candidates: z.int(),
    more: z.boolean(),
    /** Reviewers with reviews enough, whose leniency is taken off; and the others, whose scores stand as they are. */
    reviewers: z.int(),
    tooFew: z.int(),
    /** Standard deviations in levels: of reviewers among each other, and of single scores. */
    reviewerDeviation: z.number(),
    noiseDeviation: z.number(),
    /** Levels above what others give to the same candidates; null below 5 reviews. */
    mine: z.object({ reviews: z.int(), leniency: z.number().nullable() }),
    /** The first 100 as they are ranked. */
    items: z.array(z.object({ id: Id, name: z.string(), raw: Place, adjusted: Place })),
  })
  .meta({ id: "Leniencies" });
export type Leniencies = z.infer<typeof Leniencies>;

/** Krippendorff's α of each criterion of the rubric. */
export const Agreements = z
  .object({
    candidates: z.int(),
    more: z.boolean(),
    items: z.array(
      z.object({
        criterion: z.string(),
        name: Text,
        alpha: z.number().nullable(),
        units: z.int(),
        scores: z.int(),
      }),
    ),
  })
  .meta({ id: "Agreements" });
export type Agreements = z.infer<typeof Agreements>;
