import { z } from "zod";

export const notificationKinds = ["assigned", "mentioned", "due", "revealed", "decided"] as const;
export const NotificationKind = z.enum(notificationKinds);
export type NotificationKind = z.infer<typeof NotificationKind>;
