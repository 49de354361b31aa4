import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { RubricsModule } from "../rubrics/rubrics.module.js";
import { DraftsService } from "./drafts.service.js";
import { ImportedReviewsService } from "./imported.service.js";
import { JoiningService } from "./joining.service.js";
import { ReviewsController } from "./reviews.controller.js";
import { ReviewsService } from "./reviews.service.js";
import { SightService } from "./sight.service.js";

@Module({
  imports: [CandidatesModule, RubricsModule],
  controllers: [ReviewsController],
  providers: [DraftsService, ImportedReviewsService, JoiningService, ReviewsService, SightService],
  exports: [DraftsService, ImportedReviewsService, JoiningService, ReviewsService, SightService],
})
export class ReviewsModule {}
