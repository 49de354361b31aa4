import {
  NotificationPage,
  NotificationQuery,
  ReadInput,
  Unread,
} from "@highwater/shared/notifications/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Get, Post, Query } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { NotificationsService } from "./notifications.service.js";

@Controller("api/v1/notifications")
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @Access("viewer")
  @Answers(NotificationPage, "What concerns this member, the newest first")
  list(@Me() me: Actor, @Query({ schema: NotificationQuery }) query: NotificationQuery) {
    return this.notifications.list(me, query);
  }

  @Post("read")
  @Access("viewer")
  @Answers(Unread, "Mark notifications as read: these, or all")
  read(@Me() me: Actor, @Body({ schema: ReadInput }) input: ReadInput) {
    return this.notifications.read(me, input);
  }
}
