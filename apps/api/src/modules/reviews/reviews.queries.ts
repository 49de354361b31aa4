import { QueueItem, type QueuePage, type QueueQuery } from "@highwater/shared/reviews/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { sightRows } from "./reviews.source.js";

const Row = QueueItem.extend({ created: z.string(), total: z.int() });

/** Candidates in Review that wait for this member: begun drafts first, then the oldest. */
export async function queueOf(
  db: ReadDb,
  viewer: { teamId: string; memberId: string },
  query: QueueQuery,
): Promise<QueuePage> {
  const after = decodeCursor(query.cursor, "queue", z.tuple([z.int(), z.string(), z.uuid()]));
  const beyond = after
    ? Prisma.sql`where ((not draft)::int, created, id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`
    : Prisma.empty;
  const rows = z.array(Row).parse(
    await db.$queryRaw`
      with waiting as (
        select c.id, c.name, c.thesis, c.vertical, c.stage::text as stage, s.signed,
               s.mine_draft as draft,
               to_char(c."createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as created
          from "Candidate" c join (${sightRows(viewer)}) s on s.id = c.id
         where c."teamId" = ${viewer.teamId}::uuid and c.stage = 'review'
           and not s.mine_signed and not s.recused)
      select w.*, (select count(*) from waiting)::int as total from waiting w ${beyond}
       order by (not draft)::int, created, id limit ${query.limit + 1}`,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const more = rows.length > query.limit && last;
  return {
    items,
    total: rows[0]?.total ?? 0,
    nextCursor: more ? encodeCursor("queue", [last.draft ? 0 : 1, last.created, last.id]) : null,
  };
}

/** Six differences on a criterion revision. */
export interface CountChange {
  revisionId: string;
  change: readonly number[];
}

/** Adds what a signature or a recusal changed to the candidate's counts, under the candidate's lock. */
export async function changeCounts(
  tx: Tx,
  teamId: string,
  candidateId: string,
  changes: readonly CountChange[],
) {
  for (const { revisionId, change } of changes) {
    const [n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0] = change;
    await tx.$executeRaw`
      insert into "TeamScore" ("teamId", "candidateId", "revisionId")
      values (${teamId}::uuid, ${candidateId}::uuid, ${revisionId}::uuid)
      on conflict do nothing`;
    await tx.$executeRaw`
      update "TeamScore"
         set n0 = n0 + ${n0}, n1 = n1 + ${n1}, n2 = n2 + ${n2},
             n3 = n3 + ${n3}, n4 = n4 + ${n4}, n5 = n5 + ${n5}
       where "teamId" = ${teamId}::uuid and "candidateId" = ${candidateId}::uuid
         and "revisionId" = ${revisionId}::uuid`;
  }
}
