import type { ActivityPage, ActivityQuery } from "@highwater/shared/activity/contract";
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
} from "./activity.source.js";

/** What happened, the newest first, as far as this viewer may know. */
export async function activityOf(
  db: ReadDb,
  viewer: { teamId: string; memberId: string },
  query: ActivityQuery,
): Promise<ActivityPage> {
  const after = decodeCursor(query.cursor, "activity", z.tuple([z.iso.datetime(), z.uuid()]));
  const wanted = [
    Prisma.sql`a."teamId" = ${viewer.teamId}::uuid`,
    knownTo(viewer),
    ...(query.candidateId ? [Prisma.sql`a."candidateId" = ${query.candidateId}::uuid`] : []),
    ...(query.memberId ? [Prisma.sql`a."actorId" = ${query.memberId}::uuid`] : []),
    ...(after ? [Prisma.sql`(a.at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  const rows = z.array(ActivityRow).parse(
    await db.$queryRaw`
      select ${activityColumns} from "Activity" a ${activityJoins}
       where ${Prisma.join(wanted, " and ")}
       order by a.at desc, a.id desc limit ${query.limit + 1}`,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(activityView),
    nextCursor:
      last && rows.length > query.limit ? encodeCursor("activity", [last.at, last.id]) : null,
  };
}
