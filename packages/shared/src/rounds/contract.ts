import { z } from "zod";
import { Id, line, Timestamp } from "../kernel/contract.js";
import { Sight } from "../reviews/contract.js";
import { Level } from "../rubrics/contract.js";
import {
  DecisionRecord,
  decided,
  Outcome,
  Stage,
  Voted,
  watchedOrNot,
  watchOnly,
} from "../stages/contract.js";

export const roundStates = ["planned", "live", "closed"] as const;
export const RoundState = z.enum(roundStates);
export type RoundState = z.infer<typeof RoundState>;

export const itemStates = ["waiting", "open", "revealed", "voting", "done"] as const;
export const ItemState = z.enum(itemStates);
export type ItemState = z.infer<typeof ItemState>;

/** At most so many candidates on one agenda. */
export const longestAgenda = 60;

const facts = { name: line(120), on: z.iso.date(), topic: line(300).nullable() };

/** Left out, the host is whoever makes the round. */
export const RoundInput = z
  .strictObject({
    ...facts,
    topic: facts.topic.default(null),
    hostId: Id.optional(),
    candidateIds: z.array(Id).max(longestAgenda).default([]),
  })
  .meta({ id: "RoundInput" });
export type RoundInput = z.infer<typeof RoundInput>;

export const RoundPatch = z
  .strictObject({ ...facts, hostId: Id })
  .partial()
  .meta({ id: "RoundPatch" });
export type RoundPatch = z.infer<typeof RoundPatch>;

export const Person = z.object({ id: Id, name: z.string() }).meta({ id: "Person" });
export type Person = z.infer<typeof Person>;

/** A candidate on the agenda, as the meeting has left it. */
export const AgendaEntry = z
  .object({
    id: Id,
    candidateId: Id,
    name: z.string(),
    thesis: z.string().nullable(),
    confidential: z.boolean(),
    stage: Stage,
    state: ItemState,
    /** What the meeting decided, as long as it stands. */
    outcome: Outcome.nullable(),
  })
  .meta({ id: "AgendaEntry" });
export type AgendaEntry = z.infer<typeof AgendaEntry>;

const head = {
  id: Id,
  number: z.int(),
  name: z.string(),
  on: z.iso.date(),
  topic: z.string().nullable(),
  host: Person,
  state: RoundState,
  startedAt: Timestamp.nullable(),
  closedAt: Timestamp.nullable(),
};

export const Round = z.object({ ...head, items: z.array(AgendaEntry) }).meta({ id: "Round" });
export type Round = z.infer<typeof Round>;

export const RoundSummary = z
  .object({ ...head, candidates: z.int(), decided: z.int() })
  .meta({ id: "RoundSummary" });
export type RoundSummary = z.infer<typeof RoundSummary>;

/** The latest first; at most 200. */
export const RoundList = z.object({ items: z.array(RoundSummary) }).meta({ id: "RoundList" });
export type RoundList = z.infer<typeof RoundList>;

export const AgendaInput = z
  .strictObject({ candidateIds: z.array(Id).min(1).max(longestAgenda) })
  .meta({ id: "AgendaInput" });
export type AgendaInput = z.infer<typeof AgendaInput>;

/** The whole agenda in its new order, by item. */
export const AgendaOrder = z
  .strictObject({ order: z.array(Id).max(longestAgenda) })
  .meta({ id: "AgendaOrder" });
export type AgendaOrder = z.infer<typeof AgendaOrder>;

/** What the host saw when they acted: refused when it is no longer so. */
export const SeenItem = z.strictObject({ from: ItemState }).meta({ id: "SeenItem" });
export type SeenItem = z.infer<typeof SeenItem>;
export const SeenAgenda = SeenItem.extend({ current: Id.nullable() }).meta({ id: "SeenAgenda" });
export type SeenAgenda = z.infer<typeof SeenAgenda>;
export const SeenHost = z.strictObject({ from: Id }).meta({ id: "SeenHost" });
export type SeenHost = z.infer<typeof SeenHost>;

/** 0 stops the timer. */
export const TimerInput = SeenItem.extend({ seconds: z.int().min(0).max(7200) }).meta({
  id: "TimerInput",
});
export type TimerInput = z.infer<typeof TimerInput>;

export const VoteInput = z
  .strictObject({ outcome: Outcome, reason: line(2000).nullable().default(null) })
  .meta({ id: "VoteInput" });
export type VoteInput = z.infer<typeof VoteInput>;

export const MeetingDecision = z
  .strictObject({ from: ItemState, ...decided, reason: line(2000) })
  .refine(watchedOrNot, watchOnly)
  .meta({ id: "MeetingDecision" });
export type MeetingDecision = z.infer<typeof MeetingDecision>;

/** Who is in the meeting now: seen in the last seconds. */
export const Presence = z.object({ present: z.array(Person) }).meta({ id: "Presence" });
export type Presence = z.infer<typeof Presence>;

const digits = z.record(z.string(), Level.nullable());

/** What a member has marked, and what they had marked when it was revealed; null: nothing then. */
export const MeetingMarks = z
  .object({ member: Person, scores: digits, before: digits.nullable(), at: Timestamp })
  .meta({ id: "MeetingMarks" });
export type MeetingMarks = z.infer<typeof MeetingMarks>;

/** The item that the meeting is about, as far as this viewer may see it. */
export const MeetingItem = z
  .object({
    id: Id,
    candidateId: Id,
    state: ItemState,
    sight: Sight,
    /** How many reviews are signed; how many of those present may mark. */
    signed: z.int(),
    expected: z.int(),
    marks: z.array(MeetingMarks).nullable(),
    /** For the host: codes of the gates that bar an investment in it. */
    bars: z.array(z.string()),
    votes: z.object({
      cast: z.int(),
      mine: Voted.nullable(),
      /** Others' votes, from when this viewer may see them. */
      shown: z.array(Voted).nullable(),
    }),
    decision: DecisionRecord.nullable(),
  })
  .meta({ id: "MeetingItem" });
export type MeetingItem = z.infer<typeof MeetingItem>;

/** All that the page of somebody in the meeting needs. */
export const Meeting = z
  .object({
    round: Round,
    present: z.array(Person),
    /** Counted down from here: clocks differ. */
    timer: z.object({ endsAt: Timestamp, secondsLeft: z.number() }).nullable(),
    current: MeetingItem.nullable(),
  })
  .meta({ id: "Meeting" });
export type Meeting = z.infer<typeof Meeting>;
