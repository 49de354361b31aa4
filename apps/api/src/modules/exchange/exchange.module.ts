import { Module } from "@nestjs/common";
import { RankingModule } from "../ranking/ranking.module.js";
import { RubricsModule } from "../rubrics/rubrics.module.js";
import { ExportsController } from "./exports.controller.js";
import { ExportsService } from "./exports.service.js";

@Module({
  imports: [RankingModule, RubricsModule],
  controllers: [ExportsController],
  providers: [ExportsService],
  exports: [ExportsService],
})
export class ExchangeModule {}
