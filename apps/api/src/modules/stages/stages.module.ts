import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { RankingModule } from "../ranking/ranking.module.js";
import { BoardController } from "./board.controller.js";
import { DecisionsService } from "./decisions.service.js";
import { StagesController } from "./stages.controller.js";
import { StagesService } from "./stages.service.js";
import { WatchesController } from "./watches.controller.js";

@Module({
  imports: [CandidatesModule, RankingModule],
  controllers: [BoardController, StagesController, WatchesController],
  providers: [StagesService, DecisionsService],
})
export class StagesModule {}
