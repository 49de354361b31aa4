import type { Counts } from "@highwater/shared/reviews/consensus";
import {
  QueueItem,
  type QueueMode,
  QueuePage,
  type QueueQuery,
} from "@highwater/shared/reviews/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import type { RawTx, ReadDb, Tx } from "../../platform/team-scope.js";
import { sightRows } from "./reviews.source.js";

const Row = QueueItem.extend({ keys: z.array(z.string()), total: z.int() });
const Sums = z.tuple([
  z.object({ done: z.int(), abstained: QueuePage.shape.abstained.nullable() }),
]);

/** All that a member is asked to review: what is assigned to them, and what stands in Review. */
const asked = (viewer: { teamId: string; memberId: string }) => Prisma.sql`
  select c.id, c.name, c.thesis, c.vertical, c.stage::text as stage, s.signed, s.mine_draft as draft,
         a.id is not null as assigned, a."dueOn"::text as "dueOn",
         coalesce(a."dueOn" < (now() at time zone 'utc')::date, false) as overdue,
         coalesce(x.kind = 'skip', false) as skipped, coalesce(x.kind = 'abstain', false) as abstained,
         x.at as "asideAt", x.reason, s.mine_signed as done, c."createdAt"
    from "Candidate" c
    join (${sightRows(viewer)}) s on s.id = c.id
    left join "Assignment" a on a."teamId" = c."teamId" and a."candidateId" = c.id
         and a."memberId" = ${viewer.memberId}::uuid
    left join "SetAside" x on x."teamId" = c."teamId" and x."candidateId" = c.id
         and x."memberId" = ${viewer.memberId}::uuid
   where c."teamId" = ${viewer.teamId}::uuid and not s.recused
     and (c.stage = 'review' or a.id is not null and c.stage <> 'decided')`;

const stamp = (at: Prisma.Sql) =>
  Prisma.sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
const mineFirst = Prisma.sql`(not assigned)::int || coalesce("dueOn", '9999-12-31')`;

/** What each mode looks at first, as text that orders as it should. */
const leading = {
  assigned: Prisma.sql`''`,
  fewest: Prisma.sql`to_char(signed, 'FM000000')`,
  vertical: Prisma.sql`coalesce(vertical, '~')`,
} satisfies Record<QueueMode, Prisma.Sql>;

/** What waits for this member; what they skipped comes last, the longest put off first. */
export async function queueOf(
  db: ReadDb,
  viewer: { teamId: string; memberId: string },
  { mode, limit, cursor }: QueueQuery,
): Promise<QueuePage> {
  const after = decodeCursor(cursor, `queue ${mode}`, z.array(z.string()).length(6));
  const keys = Prisma.sql`array[
    skipped::int || coalesce(case when skipped then ${stamp(Prisma.sql`"asideAt"`)} end, ''),
    ${leading[mode]}, ${mineFirst}, (not draft)::int::text,
    ${stamp(Prisma.sql`"createdAt"`)}, id::text] collate "C"`;
  const rows = z.array(Row).parse(
    await db.$queryRaw`
      with asked as (${asked(viewer)}),
           waiting as (select *, ${keys} as keys from asked where not done and not abstained)
      select w.*, (select count(*) from waiting)::int as total from waiting w
       where ${after}::text[] is null or keys > ${after}::text[] collate "C"
       order by keys limit ${limit + 1}`,
  );
  const [{ done, abstained }] = Sums.parse(
    await db.$queryRaw`
      with asked as (${asked(viewer)})
      select count(*) filter (where done)::int as done,
             jsonb_agg(jsonb_build_object('id', id, 'name', name, 'reason', coalesce(reason, ''))
                       order by "asideAt", id) filter (where abstained and not done) as abstained
        from asked`,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: rows[0]?.total ?? 0,
    done,
    abstained: abstained ?? [],
    nextCursor: rows.length > limit && last ? encodeCursor(`queue ${mode}`, last.keys) : null,
  };
}

/** Six differences on a criterion revision. */
export interface CountChange {
  revisionId: string;
  change: Counts;
}

/** Adds what a signature or a recusal changed to the candidate's counts, under the candidate's lock. */
export async function changeCounts(
  tx: Tx,
  teamId: string,
  candidateId: string,
  changes: readonly CountChange[],
) {
  for (const { revisionId, change } of changes) {
    const [n0, n1, n2, n3, n4, n5] = change;
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

const Opened = z.array(z.object({ criterion: z.string() }));

/** Items of discussion on these criteria, those that were settled too; answers which are open by this alone. */
export async function openDisagreementsOn(
  tx: RawTx,
  teamId: string,
  candidateId: string,
  criteria: readonly string[],
): Promise<string[]> {
  const opened = Opened.parse(
    await tx.$queryRaw`/* prepared: disagreements */
      insert into "Disagreement" as d ("teamId", id, "candidateId", criterion)
      select ${teamId}::uuid, gen_random_uuid(), ${candidateId}::uuid, n.criterion
        from unnest(${[...criteria]}::text[]) as n(criterion)
      on conflict ("teamId", "candidateId", criterion)
      do update set "settledAt" = null, "settledById" = null where d."settledAt" is not null
      returning criterion`,
  );
  return opened.map(({ criterion }) => criterion);
}
