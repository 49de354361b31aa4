import {
  CandidateProgress,
  type Progress,
  type ProgressQuery,
  ReviewerProgress,
} from "@highwater/shared/assignments/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { assignmentStates } from "../reviews/assigned.source.js";

type Viewer = { teamId: string; memberId: string };

const past = Prisma.sql`coalesce(a."dueOn" < (now() at time zone 'utc')::date, false)`;

/** One reviewer a row: what is counted is only what this viewer may know of each assignment. */
async function reviewersOf(db: ReadDb, viewer: Viewer) {
  const count = (state: string) => Prisma.sql`count(*) filter (where s.state = ${state})::int`;
  return z.array(ReviewerProgress).parse(
    await db.$queryRaw`
      select jsonb_build_object('id', m.id, 'name', coalesce(u.name, m.name, '')) as member,
             count(*)::int as assigned, ${count("signed")} as signed, ${count("abstained")} as abstained,
             ${count("recused")} as recused, ${count("open")} as open, ${count("hidden")} as hidden,
             count(*) filter (where s.state in ('open', 'hidden') and ${past} and c.stage <> 'decided')::int
               as overdue,
             to_char(max(s.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastSignedAt"
        from "Assignment" a
        join (${assignmentStates(viewer)}) s on s.id = a.id
        join "Candidate" c on c."teamId" = a."teamId" and c.id = a."candidateId"
        join "Member" m on m."teamId" = a."teamId" and m.id = a."memberId"
        left join "User" u on u.id = m."userId"
       where a."teamId" = ${viewer.teamId}::uuid
       group by m.id, u.name, m.name
       order by coalesce(u.name, m.name, '') collate "zh-x-icu", m.id`,
  );
}

const Row = CandidateProgress.extend({ keys: z.array(z.string()), count: z.int() });

/** Of each candidate only how many have signed, which everybody may know. */
export async function progressOf(
  db: ReadDb,
  viewer: Viewer,
  query: ProgressQuery,
): Promise<Progress> {
  const after = decodeCursor(query.cursor, "progress", z.array(z.string()).length(2));
  const rows = z.array(Row).parse(
    await db.$queryRaw`
      with hidden as (
        select c.id, c.name, c.stage::text as stage,
               count(*) filter (where s.state <> 'recused')::int as assigned,
               min(s.signed)::int as signed, min(t."minReviews")::int as needed,
               min(a."dueOn")::text as "dueOn", bool_or(${past}) as overdue,
               array[coalesce(min(a."dueOn")::text, '~'), c.id::text] collate "C" as keys
          from "Assignment" a
          join (${assignmentStates(viewer)}) s on s.id = a.id
          join "Candidate" c on c."teamId" = a."teamId" and c.id = a."candidateId"
          join "Team" t on t.id = a."teamId"
         where a."teamId" = ${viewer.teamId}::uuid and not s.revealed and c.stage <> 'decided'
         group by c.id, c.name, c.stage)
      select w.*, (select count(*) from hidden)::int as count from hidden w
       where ${after}::text[] is null or keys > ${after}::text[] collate "C"
       order by keys limit ${query.limit + 1}`,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const more = rows.length > query.limit && last;
  return {
    reviewers: await reviewersOf(db, viewer),
    items,
    count: rows[0]?.count ?? 0,
    nextCursor: more ? encodeCursor("progress", last.keys) : null,
  };
}
