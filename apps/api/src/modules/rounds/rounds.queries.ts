import { z } from "zod";
import type { ReadDb, Tx } from "../../platform/team-scope.js";

interface Attendee {
  teamId: string;
  roundId: string;
  memberId: string;
}
const News = z.tuple([z.object({ news: z.boolean() })]);
const Members = z.array(z.object({ memberId: z.string() }));

/** Seen now, by the database's clock. Tells whether they had been away, or never here. */
export async function arrive(tx: Tx, { teamId, roundId, memberId }: Attendee): Promise<boolean> {
  const [{ news }] = News.parse(
    await tx.$queryRaw`
      with before as (select "seenAt" > now() - interval '20 seconds' as here from "Attendance"
                       where "teamId" = ${teamId}::uuid and "roundId" = ${roundId}::uuid
                         and "memberId" = ${memberId}::uuid)
      insert into "Attendance" ("teamId", "roundId", "memberId")
      values (${teamId}::uuid, ${roundId}::uuid, ${memberId}::uuid)
      on conflict ("teamId", "roundId", "memberId") do update set "seenAt" = now()
      returning not coalesce((select here from before), false) as news`,
  );
  return news;
}

/** Whoever was seen in the last 20 seconds is present: two heartbeats may be lost. */
export async function presentIn(db: Pick<ReadDb, "$queryRaw">, teamId: string, roundId: string) {
  const rows = Members.parse(
    await db.$queryRaw`
      select "memberId" from "Attendance"
       where "teamId" = ${teamId}::uuid and "roundId" = ${roundId}::uuid
         and "seenAt" > now() - interval '20 seconds'
       order by "joinedAt", "memberId"`,
  );
  return rows.map(({ memberId }) => memberId);
}
