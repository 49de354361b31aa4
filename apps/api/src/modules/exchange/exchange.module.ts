import { Module } from "@nestjs/common";
import { RankingModule } from "../ranking/ranking.module.js";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { RubricsModule } from "../rubrics/rubrics.module.js";
import { ExportsController } from "./exports.controller.js";
import { ExportsService } from "./exports.service.js";
import { PortfolioService } from "./portfolio.service.js";

@Module({
  imports: [RankingModule, ReviewsModule, RubricsModule],
  controllers: [ExportsController],
  providers: [ExportsService, PortfolioService],
  exports: [ExportsService],
})
export class ExchangeModule {}
