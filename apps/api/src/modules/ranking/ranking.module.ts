import { Module } from "@nestjs/common";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { RubricsModule } from "../rubrics/rubrics.module.js";
import { RankingController } from "./ranking.controller.js";
import { RankingService } from "./ranking.service.js";

@Module({
  imports: [ReviewsModule, RubricsModule],
  controllers: [RankingController],
  providers: [RankingService],
  exports: [RankingService],
})
export class RankingModule {}
