import {
  Assignment,
  type AssignmentPage,
  type AssignmentQuery,
} from "@highwater/shared/assignments/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { assignmentStates } from "../reviews/assigned.source.js";

type Viewer = { teamId: string; memberId: string };

const nameOf = (member: Prisma.Sql) => Prisma.sql`(
  select jsonb_build_object('id', m.id, 'name', coalesce(u.name, m.name, ''))
    from "Member" m left join "User" u on u.id = m."userId"
   where m."teamId" = a."teamId" and m.id = ${member})`;

/** Every assignment of a candidate that is not archived, as this viewer may know it. */
const shown = (viewer: Viewer) => Prisma.sql`
  select a.id, a."memberId", a."candidateId", a."assignedById",
         jsonb_build_object('id', c.id, 'name', c.name, 'stage', c.stage) as candidate,
         ${nameOf(Prisma.sql`a."memberId"`)} as member, ${nameOf(Prisma.sql`a."assignedById"`)} as by,
         a."dueOn"::text as "dueOn",
         to_char(a."createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
         s.state, s.signed,
         coalesce(a."dueOn" < (now() at time zone 'utc')::date, false)
           and s.state in ('open', 'hidden') and c.stage <> 'decided' as overdue,
         array[coalesce(a."dueOn"::text, '~'), to_char(a."createdAt" at time zone 'UTC', 'YYYYMMDDHH24MISSMS'),
               a.id::text] collate "C" as keys
    from "Assignment" a
    join "Candidate" c on c."teamId" = a."teamId" and c.id = a."candidateId"
    join (${assignmentStates(viewer)}) s on s.id = a.id
   where a."teamId" = ${viewer.teamId}::uuid`;

const Row = Assignment.extend({ memberId: z.string(), assignedById: z.string() });
const PageRow = Row.extend({ keys: z.array(z.string()), count: z.int() });

export async function pageOfAssignments(
  db: ReadDb,
  viewer: Viewer,
  query: AssignmentQuery,
): Promise<AssignmentPage> {
  const { memberId = null, candidateId = null, overdue = null, limit } = query;
  const after = decodeCursor(query.cursor, "due", z.array(z.string()).length(3));
  const rows = z.array(PageRow).parse(
    await db.$queryRaw`
      with chosen as (
        select * from (${shown(viewer)}) r
         where (${memberId}::uuid is null or "memberId" = ${memberId}::uuid)
           and (${candidateId}::uuid is null or "candidateId" = ${candidateId}::uuid)
           and (${overdue}::bool is null or overdue = ${overdue}))
      select w.*, (select count(*) from chosen)::int as count from chosen w
       where ${after}::text[] is null or keys > ${after}::text[] collate "C"
       order by keys limit ${limit + 1}`,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    count: rows[0]?.count ?? 0,
    nextCursor: rows.length > limit && last ? encodeCursor("due", last.keys) : null,
  };
}

export async function assignmentOf(db: Pick<ReadDb, "$queryRaw">, viewer: Viewer, id: string) {
  const rows = z
    .array(Row)
    .parse(await db.$queryRaw`select * from (${shown(viewer)}) r where id = ${id}::uuid`);
  return rows[0];
}
