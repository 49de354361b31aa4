import { Module } from "@nestjs/common";
import { Mailing } from "./mailing.js";
import { NotificationsController } from "./notifications.controller.js";
import { NotificationsService } from "./notifications.service.js";

@Module({
  controllers: [NotificationsController],
  providers: [Mailing, NotificationsService],
})
export class NotificationsModule {}
