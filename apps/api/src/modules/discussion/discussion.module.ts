import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { EvidenceModule } from "../evidence/evidence.module.js";
import { RankingModule } from "../ranking/ranking.module.js";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { CommentsController } from "./comments.controller.js";
import { CommentsService } from "./comments.service.js";
import { DisagreementsController } from "./disagreements.controller.js";
import { DisagreementsService } from "./disagreements.service.js";

@Module({
  imports: [CandidatesModule, EvidenceModule, RankingModule, ReviewsModule],
  controllers: [CommentsController, DisagreementsController],
  providers: [CommentsService, DisagreementsService],
})
export class DiscussionModule {}
