import { z } from "zod";
import { Id, Text, Timestamp } from "../kernel/contract.js";
import { Level, PresetKey } from "../rubrics/contract.js";
import { DecisionRecord, Outcome, Voted } from "../stages/contract.js";
import { Person } from "./contract.js";

const FrozenScore = z.object({
  mean: z.number(),
  median: z.number(),
  spread: z.int(),
  n: z.int(),
});

/** A candidate of the agenda as it stood at the close. Without the reveal it has no figures. */
const FrozenItem = z.object({
  candidateId: Id,
  name: z.string(),
  thesis: z.string().nullable(),
  confidential: z.boolean(),
  revealed: z.boolean(),
  rank: z.int().nullable(),
  total: z.number().nullable(),
  coverage: z.number(),
  reviews: z.int(),
  scores: z.record(z.string(), FrozenScore.nullable()),
  marks: z.array(
    z.object({
      member: Person,
      scores: z.record(z.string(), Level.nullable()),
      summary: z.string().nullable(),
    }),
  ),
  champions: z.array(z.object({ member: Person, reason: z.string() })),
  votes: z.array(Voted),
  decision: DecisionRecord.omit({ round: true, votes: true, withheld: true })
    .extend({ owner: Person.nullable() })
    .nullable(),
});

/** What closing keeps of a round, whatever changes later. A new shape is a new version. */
export const Frozen = z.object({
  version: z.literal(1),
  round: z.object({
    number: z.int(),
    name: z.string(),
    on: z.iso.date(),
    topic: z.string().nullable(),
    host: Person,
    startedAt: Timestamp.nullable(),
    closedAt: Timestamp,
  }),
  rubric: z.object({
    version: z.int(),
    preset: PresetKey.nullable(),
    criteria: z.array(
      z.object({
        key: z.string(),
        name: Text,
        short: Text,
        inverted: z.boolean(),
        weight: z.number(),
      }),
    ),
  }),
  /** How many candidates were ranked. */
  ranked: z.int(),
  attendance: z.array(Person),
  items: z.array(FrozenItem),
});
export type Frozen = z.infer<typeof Frozen>;
export type FrozenItem = z.infer<typeof FrozenItem>;

export const editions = ["internal", "lp"] as const;
export const Edition = z.enum(editions);
export type Edition = z.infer<typeof Edition>;
export const MemoQuery = z.strictObject({ edition: Edition.default("internal") });
export type MemoQuery = z.infer<typeof MemoQuery>;

/** What only the house reads: who, and why. */
const Inside = z.object({
  marks: FrozenItem.shape.marks,
  champions: FrozenItem.shape.champions,
  votes: z.array(Voted),
  dissent: z.array(Voted),
  decision: FrozenItem.shape.decision,
});

export const MemoItem = FrozenItem.pick({
  name: true,
  thesis: true,
  revealed: true,
  rank: true,
  total: true,
  coverage: true,
  reviews: true,
  scores: true,
})
  .extend({
    confidential: z.boolean(),
    /** This reader is recused: figures and votes stay out of their copy. */
    withheld: z.boolean(),
    tally: z.record(Outcome, z.int()).nullable(),
    outcome: Outcome.nullable(),
    nextLook: z.iso.date().nullable(),
    inside: Inside.nullable(),
  })
  .meta({ id: "MemoItem" });
export type MemoItem = z.infer<typeof MemoItem>;

export const Memo = z
  .object({
    edition: Edition,
    number: z.int(),
    name: z.string(),
    on: z.iso.date(),
    closedAt: Timestamp,
    rubric: Frozen.shape.rubric,
    ranked: z.int(),
    inside: z
      .object({
        topic: z.string().nullable(),
        host: z.string(),
        attendance: z.array(z.string()),
        startedAt: Timestamp.nullable(),
      })
      .nullable(),
    items: z.array(MemoItem),
  })
  .meta({ id: "Memo" });
export type Memo = z.infer<typeof Memo>;
