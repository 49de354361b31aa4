import { Module } from "@nestjs/common";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { AssigningService } from "./assigning.service.js";
import { AssignmentsController } from "./assignments.controller.js";
import { AssignmentsService } from "./assignments.service.js";
import { RemindersService } from "./reminders.service.js";

@Module({
  imports: [ReviewsModule],
  controllers: [AssignmentsController],
  providers: [AssigningService, AssignmentsService, RemindersService],
})
export class AssignmentsModule {}
