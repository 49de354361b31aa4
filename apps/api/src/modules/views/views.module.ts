import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { RankingModule } from "../ranking/ranking.module.js";
import { CountsService } from "./counts.service.js";
import { ViewsController } from "./views.controller.js";
import { ViewsService } from "./views.service.js";

@Module({
  imports: [CandidatesModule, RankingModule],
  controllers: [ViewsController],
  providers: [CountsService, ViewsService],
})
export class ViewsModule {}
