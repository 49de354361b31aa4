import {
  NotificationKind,
  type NotificationPage,
  type NotificationQuery,
} from "@highwater/shared/notifications/contract";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.js";
import { decodeCursor, encodeCursor } from "../../platform/cursor.js";
import type { ReadDb } from "../../platform/team-scope.js";
import {
  ActivityRow,
  activityColumns,
  activityJoins,
  activityView,
  knownTo,
} from "../activity/activity.source.js";

type Viewer = { teamId: string; memberId: string };

const Row = ActivityRow.extend({
  notice: z.string(),
  kind: NotificationKind,
  readAt: z.string().nullable(),
});

/** Of what a member was told, as far as they may still know. */
const told = (viewer: Viewer) => Prisma.sql`
  "Notification" n join "Activity" a on a."teamId" = n."teamId" and a.id = n."activityId"
  ${activityJoins}
  where n."teamId" = ${viewer.teamId}::uuid and n."memberId" = ${viewer.memberId}::uuid
    and ${knownTo(viewer)}`;

const columns = Prisma.sql`
  ${activityColumns}, n.id::text as notice, n.kind,
  to_char(n."readAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "readAt"`;

const viewOf = (row: z.infer<typeof Row>) => ({
  id: row.notice,
  kind: row.kind,
  readAt: row.readAt,
  activity: activityView(row),
});

export async function notificationsOf(
  db: ReadDb,
  viewer: Viewer,
  { unread, limit, cursor }: NotificationQuery,
): Promise<NotificationPage> {
  const after = decodeCursor(cursor, "notifications", z.tuple([z.uuid()]));
  const rows = z.array(Row).parse(
    await db.$queryRaw`
      select ${columns} from ${told(viewer)}
         ${unread ? Prisma.sql`and n."readAt" is null` : Prisma.empty}
         ${after ? Prisma.sql`and n.id < ${after[0]}::uuid` : Prisma.empty}
       order by n.id desc limit ${limit + 1}`,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(viewOf),
    nextCursor: last && rows.length > limit ? encodeCursor("notifications", [last.notice]) : null,
    unread: await unreadOf(db, viewer),
  };
}

const Count = z.tuple([z.object({ n: z.int() })]);

export async function unreadOf(db: ReadDb, viewer: Viewer): Promise<number> {
  const [{ n }] = Count.parse(
    await db.$queryRaw`
      select count(*)::int as n from ${told(viewer)} and n."readAt" is null`,
  );
  return n;
}

/** What was never read and never mailed, at most a hundred, the oldest first. */
export async function unmailedOf(db: ReadDb, viewer: Viewer) {
  const rows = z.array(Row).parse(
    await db.$queryRaw`
      select ${columns} from ${told(viewer)} and n."readAt" is null and n."mailedAt" is null
       order by n.id limit 100`,
  );
  return rows.map(viewOf);
}
