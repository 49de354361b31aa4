import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { RankingModule } from "../ranking/ranking.module.js";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { BoardController } from "./board.controller.js";
import { ChampionsController } from "./champions.controller.js";
import { ChampionsService } from "./champions.service.js";
import { DecisionsService } from "./decisions.service.js";
import { StagesController } from "./stages.controller.js";
import { StagesService } from "./stages.service.js";
import { WatchesController } from "./watches.controller.js";

@Module({
  imports: [CandidatesModule, RankingModule, ReviewsModule],
  controllers: [BoardController, ChampionsController, StagesController, WatchesController],
  providers: [ChampionsService, StagesService, DecisionsService],
})
export class StagesModule {}
