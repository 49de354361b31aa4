import { z } from "zod";
import { ActivityItem } from "../activity/contract.js";
import { Cursor, Id, Limit, pageOf, Timestamp } from "../kernel/contract.js";

export const notificationKinds = [
  "assigned",
  "mentioned",
  "due",
  "revealed",
  "decided",
  "re-review",
] as const;
export const NotificationKind = z.enum(notificationKinds);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** Somebody's deed that concerns this member. */
export const Notification = z
  .object({
    id: Id,
    kind: NotificationKind,
    activity: ActivityItem,
    readAt: Timestamp.nullable(),
  })
  .meta({ id: "Notification" });
export type Notification = z.infer<typeof Notification>;

/** `unread`: how many there are in all. */
export const NotificationPage = pageOf(Notification)
  .extend({ unread: z.int() })
  .meta({ id: "NotificationPage" });
export type NotificationPage = z.infer<typeof NotificationPage>;

export const NotificationQuery = z.strictObject({
  unread: z.stringbool().default(false),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type NotificationQuery = z.infer<typeof NotificationQuery>;

/** These were read; without ids, all of them. */
export const ReadInput = z
  .strictObject({ ids: z.array(Id).min(1).max(200).optional() })
  .meta({ id: "ReadInput" });
export type ReadInput = z.infer<typeof ReadInput>;

export const Unread = z.object({ unread: z.int() }).meta({ id: "Unread" });
