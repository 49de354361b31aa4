import { Watch, type WatchQuery } from "@highwater/shared/stages/contract";
import { z } from "zod";
import type { ReadDb, Tx } from "../../platform/team-scope.js";

const Day = z.tuple([z.object({ day: z.string() })]);

/** So many days from today, by the database's calendar, which is every replica's. */
export async function inDays(db: Pick<Tx, "$queryRaw">, days: number): Promise<string> {
  const [{ day }] = Day.parse(
    await db.$queryRaw`select to_char(current_date + ${days}::int, 'YYYY-MM-DD') as day`,
  );
  return day;
}

/** The last trial is open to all: a grade is no score. */
export async function watchesOf(
  db: ReadDb,
  { teamId, memberId }: { teamId: string; memberId: string },
  { due, mine }: WatchQuery,
) {
  return z.array(Watch).parse(
    await db.$queryRaw`
      select c.id, c.name, c."ownerId", to_char(d."nextLook", 'YYYY-MM-DD') as "nextLook", d.trigger,
             d.reason,
             to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since,
             (select json_build_object('on', to_char(t."on", 'YYYY-MM-DD'), 'grade', t.grade, 'task', t.task)
                from "Trial" t
               where t."teamId" = c."teamId" and t."candidateId" = c.id
               order by t."on" desc, t.id desc limit 1) as "lastTrial"
        from "Decision" d
        join "Candidate" c on c."teamId" = d."teamId" and c.id = d."candidateId"
       where d."teamId" = ${teamId}::uuid and d.outcome = 'watch' and d."withdrawnAt" is null
         and c."archivedAt" is null
         and (not ${due} or d."nextLook" <= current_date)
         and (not ${mine} or coalesce(c."ownerId", d."memberId") = ${memberId}::uuid)
       order by d."nextLook", d.at, c.id limit 500`,
  );
}
