import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { RankingModule } from "../ranking/ranking.module.js";
import { DecisionsService } from "./decisions.service.js";
import { StagesController } from "./stages.controller.js";
import { StagesService } from "./stages.service.js";
import { WatchesController } from "./watches.controller.js";

@Module({
  imports: [CandidatesModule, RankingModule],
  controllers: [StagesController, WatchesController],
  providers: [StagesService, DecisionsService],
  exports: [DecisionsService],
})
export class StagesModule {}
