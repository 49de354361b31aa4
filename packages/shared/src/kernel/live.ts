import { z } from "zod";
import { Id } from "./contract.js";

/** The modules by name: heads of routes, query keys and activity verbs, and what a live event names. */
export const topics = [
  "activity",
  "assignments",
  "calibration",
  "candidates",
  "claims",
  "discussion",
  "evidence",
  "exchange",
  "fields",
  "merges",
  "notifications",
  "preferences",
  "ranking",
  "reviews",
  "rounds",
  "rubrics",
  "stages",
  "team",
  "tide",
  "views",
] as const;
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

/** What a live event says: which modules have changed, and of which candidate. Never what. */
export const LiveChange = z
  .object({ topics: z.array(Topic), candidateId: Id.nullable() })
  .meta({ id: "LiveChange" });
export type LiveChange = z.infer<typeof LiveChange>;

/** A browser's EventSource can't send headers: it names its team here. */
export const EventsQuery = z.strictObject({ team: z.string().min(1).max(100).optional() });
export type EventsQuery = z.infer<typeof EventsQuery>;

const heads: Record<string, Topic> = { trials: "candidates" };

/** The module that a verb belongs to: its head. */
export function topicOf(verb: string): Topic {
  const head = verb.split(".")[0] ?? "";
  return heads[head] ?? Topic.parse(head);
}

/** What else shows something of a module's facts, and is asked again when they change. */
export const echoes: Partial<Record<Topic, readonly Topic[]>> = {
  assignments: ["reviews", "candidates"],
  candidates: [
    "assignments",
    "calibration",
    "evidence",
    "ranking",
    "reviews",
    "rounds",
    "stages",
    "tide",
    "views",
  ],
  discussion: ["candidates"],
  evidence: ["candidates"],
  exchange: [
    "calibration",
    "candidates",
    "fields",
    "ranking",
    "reviews",
    "stages",
    "tide",
    "views",
  ],
  fields: ["candidates", "views"],
  merges: [
    "assignments",
    "calibration",
    "candidates",
    "discussion",
    "evidence",
    "ranking",
    "reviews",
    "rounds",
    "stages",
    "tide",
    "views",
  ],
  reviews: [
    "assignments",
    "calibration",
    "candidates",
    "discussion",
    "ranking",
    "rounds",
    "stages",
    "tide",
    "views",
  ],
  rounds: ["candidates", "stages"],
  rubrics: ["calibration", "preferences", "ranking", "reviews", "tide"],
  stages: ["assignments", "candidates", "ranking", "reviews", "rounds", "views"],
  team: ["assignments", "candidates", "claims", "reviews"],
};
