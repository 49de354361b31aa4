import { type ActivityFacts, ActivityItem } from "@highwater/shared/activity/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { seesReviewsOf } from "../reviews/reviews.source.js";

type Viewer = { teamId: string; memberId: string };

/**
 * Which activity `a` this viewer may know of: their own deeds, what is the team's, what names them, and what only
 * those know who see the candidate's reviews. Who signed a hidden review, or stepped back from it, is known by nobody
 * blind; that the count changed, they are told.
 */
export const knownTo = (viewer: Viewer): Prisma.Sql => {
  const sees = seesReviewsOf(viewer, Prisma.sql`a."candidateId"`);
  return Prisma.sql`
    (case when a."actorId" = ${viewer.memberId}::uuid then true
          when a.audience = 'members' then ${viewer.memberId}::uuid = any(a."memberIds")
          when a.audience = 'sighted' or a.verb in ('reviews.signed', 'reviews.recused') then ${sees}
          else true end)`;
};

export const ActivityRow = z.object({
  id: z.string(),
  at: z.string(),
  verb: z.string(),
  actorId: z.string(),
  actor: z.string().nullable(),
  candidateId: z.string().nullable(),
  candidate: z.string().nullable(),
  subjectId: z.string().nullable(),
  subject: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
});
export type ActivityRow = z.infer<typeof ActivityRow>;

/** Columns of an ActivityRow, from an activity `a`. */
export const activityColumns = Prisma.sql`
  a.id::text, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, a.verb,
  a."actorId"::text, coalesce(u.name, m.name) as actor, a."candidateId"::text, c.name as candidate,
  a."subjectId"::text, coalesce(su.name, sm.name) as subject, a.before, a.after`;

export const activityJoins = Prisma.sql`
  left join "Member" m on m."teamId" = a."teamId" and m.id = a."actorId"
  left join "User" u on u.id = m."userId"
  left join "Candidate" c on c."teamId" = a."teamId" and c.id = a."candidateId"
  left join "Member" sm on sm."teamId" = a."teamId" and sm.id = a."subjectId"
  left join "User" su on su.id = sm."userId"`;

const Facts = z.record(z.string(), z.unknown()).catch({});
const text = (value: unknown) => (typeof value === "string" ? value : undefined);
/** Under which names a deed records how many it touched. */
const counted = ["added", "changed", "undone", "made", "removed", "candidates"];
const number = (...values: unknown[]) =>
  values.find((value): value is number => typeof value === "number");

/** What the sentence says of an entry, out of what was recorded before and after. */
function factsOf({ verb, before, after, subject }: ActivityRow): ActivityFacts {
  const [was, is] = [Facts.parse(before), Facts.parse(after)];
  const facts = {
    name: text(is["file"]) ?? text(is["name"]) ?? text(is["title"]) ?? text(was["name"]) ?? subject,
    from: text(before) ?? text(was["stage"]) ?? text(was["outcome"]),
    to: text(after) ?? text(is["outcome"]) ?? text(is["stage"]),
    count: number(...counted.map((key) => is[key])),
    changed: verb === "candidates.edited" ? Object.keys(is) : undefined,
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null),
  );
}

export const activityView = (row: ActivityRow): ActivityItem =>
  ActivityItem.parse({
    id: row.id,
    at: row.at,
    verb: row.verb,
    by: row.actor === null ? null : { id: row.actorId, name: row.actor },
    candidate:
      row.candidateId === null || row.candidate === null
        ? null
        : { id: row.candidateId, name: row.candidate },
    subjectId: row.subjectId,
    facts: factsOf(row),
  });
