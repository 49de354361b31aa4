import { z } from "zod";
import { Id, line, prose, Timestamp } from "../kernel/contract.js";

export const stages = ["inbox", "screening", "review", "discussion", "decided"] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** Where the candidate stood when it was looked at: refused when it has been moved since. */
const seenIn = { from: Stage.optional() };

export const StageMove = z
  .strictObject({ stage: Stage, reason: line(500).nullable().optional(), ...seenIn })
  .meta({ id: "StageMove" });
export type StageMove = z.infer<typeof StageMove>;

export const outcomes = ["invest", "watch", "pass"] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** A watch says when it is looked at again, and what would change the mind; left out, in 90 days. */
export const DecisionInput = z
  .strictObject({
    outcome: Outcome,
    reason: line(2000).nullable().optional(),
    nextLook: z.iso.date().nullable().optional(),
    trigger: line(500).nullable().optional(),
    ...seenIn,
  })
  .refine(({ outcome, nextLook, trigger }) => outcome === "watch" || !(nextLook || trigger), {
    error: "Only a watch is looked at again.",
    path: ["nextLook"],
    params: { code: "stages.watch_only" },
  })
  .meta({ id: "DecisionInput" });
export type DecisionInput = z.infer<typeof DecisionInput>;

/** `mine`: only a decision of one's own, so that undoing it never takes back another's. */
export const Withdrawal = z.strictObject({ mine: z.stringbool().default(false) });
export type Withdrawal = z.infer<typeof Withdrawal>;

export const Decision = z
  .object({
    outcome: Outcome,
    reason: z.string().nullable(),
    nextLook: z.iso.date().nullable(),
    trigger: z.string().nullable(),
    by: z.object({ id: Id, name: z.string() }),
    at: Timestamp,
  })
  .meta({ id: "Decision" });
export type Decision = z.infer<typeof Decision>;

/** A watched candidate, with what its last trial reached. */
export const Watch = z
  .object({
    id: Id,
    name: z.string(),
    ownerId: Id.nullable(),
    nextLook: z.iso.date(),
    trigger: z.string().nullable(),
    reason: z.string().nullable(),
    /** Since when it is watched. */
    since: Timestamp,
    lastTrial: z.object({ on: z.iso.date(), grade: z.int(), task: z.string() }).nullable(),
  })
  .meta({ id: "Watch" });
export type Watch = z.infer<typeof Watch>;

/** `due`: those whose day has come. `mine`: of which I am the owner, or which I watched where none is. */
export const WatchQuery = z.strictObject({
  due: z.stringbool().default(true),
  mine: z.stringbool().default(true),
});
export type WatchQuery = z.infer<typeof WatchQuery>;
/** The one to be looked at first comes first; at most 500. */
export const Watches = z.object({ items: z.array(Watch) }).meta({ id: "Watches" });
export type Watches = z.infer<typeof Watches>;

/** A member backs a revealed candidate against its total: shown and sortable, never counted. */
export const ChampionInput = z.strictObject({ reason: prose(2000) }).meta({ id: "ChampionInput" });
export type ChampionInput = z.infer<typeof ChampionInput>;

export const Champions = z
  .object({
    mayChampion: z.boolean(),
    items: z.array(
      z.object({
        by: z.object({ id: Id, name: z.string() }),
        mine: z.boolean(),
        reason: z.string(),
        at: Timestamp,
      }),
    ),
  })
  .meta({ id: "Champions" });
export type Champions = z.infer<typeof Champions>;
