import { z } from "zod";
import { Cursor, Id, Limit, pageOf, Timestamp } from "../kernel/contract.js";
import { verbs } from "./verbs.js";

const Named = z.object({ id: Id, name: z.string() });

/** What a sentence needs beside who and which candidate: words of the product, or the team's own. */
export const ActivityFacts = z
  .object({
    name: z.string(),
    from: z.string(),
    to: z.string(),
    count: z.int(),
    /** Which facts of a candidate were edited, by key. */
    changed: z.array(z.string()),
  })
  .partial();
export type ActivityFacts = z.infer<typeof ActivityFacts>;

/** Who did what. Entries that this member may not know of are in no answer. */
export const ActivityItem = z
  .object({
    id: Id,
    at: Timestamp,
    verb: z.enum(verbs),
    by: Named.nullable(),
    candidate: Named.nullable(),
    subjectId: Id.nullable(),
    facts: ActivityFacts,
  })
  .meta({ id: "ActivityItem" });
export type ActivityItem = z.infer<typeof ActivityItem>;

export const ActivityPage = pageOf(ActivityItem).meta({ id: "ActivityPage" });
export type ActivityPage = z.infer<typeof ActivityPage>;

const Page = { limit: Limit, cursor: Cursor.optional() };
export const CandidateActivityQuery = z.strictObject(Page);
export const ActivityQuery = z.strictObject({
  candidateId: Id.optional(),
  memberId: Id.optional(),
  ...Page,
});
export type ActivityQuery = z.infer<typeof ActivityQuery>;
