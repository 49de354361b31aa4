import type { NotificationQuery, ReadInput } from "@highwater/shared/notifications/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { Journal, unrecorded } from "../../platform/journal.js";
import { notificationsOf, unreadOf } from "./notifications.queries.js";

@Injectable()
export class NotificationsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor, query: NotificationQuery) {
    return this.db.read(actor, (db) => notificationsOf(db, actor, query));
  }

  async read(actor: Actor, { ids }: ReadInput) {
    await this.journal.write(actor, async (tx) => {
      await tx.notification.updateMany({
        where: { memberId: actor.memberId, readAt: null, ...(ids ? { id: { in: ids } } : {}) },
        data: { readAt: new Date() },
      });
      return unrecorded(null);
    });
    return { unread: await this.db.read(actor, (db) => unreadOf(db, actor)) };
  }
}
