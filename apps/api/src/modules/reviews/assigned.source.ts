import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { sightRows } from "./reviews.source.js";

/** What assignments and reviews say together: who was asked, and who has answered. */
type Viewer = { teamId: string; memberId: string };

const theirs = Prisma.sql`x."teamId" = a."teamId" and x."candidateId" = a."candidateId"
   and x."memberId" = a."memberId"`;
const recused = Prisma.sql`exists (select 1 from "Recusal" x where ${theirs})`;
const abstained = Prisma.sql`exists (select 1 from "SetAside" x where ${theirs} and x.kind = 'abstain')`;
const signedAt = Prisma.sql`(select x."signedAt" from "Review" x where ${theirs}
   and x."signedAt" is not null and not x.imported and x."withdrawnAt" is null)`;

/**
 * Rows (id, state, signed, at) of assignments, as this viewer may know them. Who has signed shows with the reviews: a
 * hidden one is `hidden` to all but its own member. A recusal is known to all.
 */
export const assignmentStates = (viewer: Viewer): Prisma.Sql => Prisma.sql`
  select a.id, s.signed, s.revealed,
         case when ${recused} then 'recused'
              when not k.known then 'hidden'
              when ${signedAt} is not null then 'signed'
              when ${abstained} then 'abstained'
              else 'open' end as state,
         case when k.known and not ${recused} then ${signedAt} end as at
    from "Assignment" a
    join (${sightRows(viewer)}) s on s.id = a."candidateId"
   cross join lateral (
     select a."memberId" = ${viewer.memberId}::uuid
            or not s.recused and (s.revealed or s.opened or s.mine_signed) as known) k
   where a."teamId" = ${viewer.teamId}::uuid`;

/** Who was asked, may still answer, and hasn't. For the law and for reminders, never for a reader. */
const pending = Prisma.sql`
  not ${recused} and not ${abstained} and ${signedAt} is null
  and exists (select 1 from "Member" m where m."teamId" = a."teamId" and m.id = a."memberId"
                 and m.role <> 'viewer' and m."suspendedAt" is null and m."removedAt" is null)`;

/** How many assigned reviewers of a candidate the reveal waits for, beside one of them. */
export const pendingBeside = ({ teamId, memberId }: Viewer, candidateId: string): Prisma.Sql =>
  Prisma.sql`(
    select count(*)::int from "Assignment" a
     where a."teamId" = ${teamId}::uuid and a."candidateId" = ${candidateId}::uuid
       and a."memberId" <> ${memberId}::uuid and ${pending})`;

const Count = z.tuple([z.object({ count: z.int() })]);

/** How many assigned reviewers the reveal waits for. */
export async function pendingCount(db: Pick<ReadDb, "$queryRaw">, teamId: string, id: string) {
  const [{ count }] = Count.parse(
    await db.$queryRaw`
      select count(*)::int as count from "Assignment" a
       where a."teamId" = ${teamId}::uuid and a."candidateId" = ${id}::uuid and ${pending}`,
  );
  return count;
}

/** Which hidden candidates may have become complete: all, some by id, or those a member is assigned to. */
export interface Which {
  candidateIds?: readonly string[];
  memberId?: string;
}

const Ids = z.array(z.object({ id: z.string() }));

/** Those of them with a review that was signed here: an import reveals nothing by itself. */
export async function hiddenAmong(db: Pick<ReadDb, "$queryRaw">, teamId: string, which: Which) {
  const { candidateIds = null, memberId = null } = which;
  const rows = Ids.parse(
    await db.$queryRaw`
      select c.id from "Candidate" c
       where c."teamId" = ${teamId}::uuid and c."revealedAt" is null and c."archivedAt" is null
         and (${candidateIds as string[] | null}::uuid[] is null
              or c.id = any(${candidateIds as string[] | null}::uuid[]))
         and (${memberId}::uuid is null or exists (
               select 1 from "Assignment" a where a."teamId" = c."teamId" and a."candidateId" = c.id
                  and a."memberId" = ${memberId}::uuid))
         and exists (select 1 from "Review" r where r."teamId" = c."teamId" and r."candidateId" = c.id
                        and r."signedAt" is not null and not r.imported and r."withdrawnAt" is null)
       order by c.id`,
  );
  return rows.map(({ id }) => id);
}

const Due = z.array(
  z.object({
    id: z.string(),
    candidateId: z.string(),
    memberId: z.string(),
    dueOn: z.string(),
    overdue: z.boolean(),
  }),
);

/** Whoever has a day left or less, by the UTC calendar, and has not answered. */
export async function dueSoon(db: Pick<ReadDb, "$queryRaw">, teamId: string) {
  return Due.parse(
    await db.$queryRaw`
      select a.id, a."candidateId", a."memberId", a."dueOn"::text as "dueOn", a."dueOn" < today as overdue
        from "Assignment" a
        join "Candidate" c on c."teamId" = a."teamId" and c.id = a."candidateId"
       cross join lateral (select (now() at time zone 'utc')::date as today) t
       where a."teamId" = ${teamId}::uuid and a."dueOn" <= today + 1
         and c."archivedAt" is null and c."revealedAt" is null and c.stage <> 'decided'
         and ${pending}
       order by a."memberId", a."dueOn", a.id`,
  );
}
