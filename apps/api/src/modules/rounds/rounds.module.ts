import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { RankingModule } from "../ranking/ranking.module.js";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { StagesModule } from "../stages/stages.module.js";
import { AttendanceService } from "./attendance.service.js";
import { FreezingService } from "./freezing.service.js";
import { IdleRoundsService } from "./idle.service.js";
import { MeetingController } from "./meeting.controller.js";
import { MeetingService } from "./meeting.service.js";
import { MeetingView } from "./meeting.view.js";
import { RoundsController } from "./rounds.controller.js";
import { RoundsService } from "./rounds.service.js";
import { VotesService } from "./votes.service.js";

@Module({
  imports: [CandidatesModule, RankingModule, ReviewsModule, StagesModule],
  controllers: [RoundsController, MeetingController],
  providers: [
    AttendanceService,
    FreezingService,
    IdleRoundsService,
    MeetingService,
    MeetingView,
    RoundsService,
    VotesService,
  ],
})
export class RoundsModule {}
