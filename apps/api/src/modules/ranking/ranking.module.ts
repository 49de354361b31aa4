import { Module } from "@nestjs/common";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { RubricsModule } from "../rubrics/rubrics.module.js";
import { BoardsService } from "./boards.service.js";
import { PagesService } from "./pages.service.js";
import { RankingController } from "./ranking.controller.js";
import { RankingService } from "./ranking.service.js";
import { SnapshotsService } from "./snapshots.service.js";

@Module({
  imports: [ReviewsModule, RubricsModule],
  controllers: [RankingController],
  providers: [BoardsService, PagesService, RankingService, SnapshotsService],
  exports: [PagesService, RankingService],
})
export class RankingModule {}
