import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { EvidenceModule } from "../evidence/evidence.module.js";
import { RubricsModule } from "../rubrics/rubrics.module.js";
import { AsideService } from "./aside.service.js";
import { DraftsService } from "./drafts.service.js";
import { HistoryService } from "./history.service.js";
import { ImportedReviewsService } from "./imported.service.js";
import { JoiningService } from "./joining.service.js";
import { RevealsService } from "./reveals.service.js";
import { ReviewsController } from "./reviews.controller.js";
import { ReviewsService } from "./reviews.service.js";
import { SightService } from "./sight.service.js";

@Module({
  imports: [CandidatesModule, EvidenceModule, RubricsModule],
  controllers: [ReviewsController],
  providers: [
    AsideService,
    DraftsService,
    HistoryService,
    ImportedReviewsService,
    JoiningService,
    RevealsService,
    ReviewsService,
    SightService,
  ],
  exports: [
    DraftsService,
    ImportedReviewsService,
    JoiningService,
    RevealsService,
    ReviewsService,
    SightService,
  ],
})
export class ReviewsModule {}
