import { Module } from "@nestjs/common";
import { FieldsModule } from "../fields/fields.module.js";
import { RankingModule } from "../ranking/ranking.module.js";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { RubricsModule } from "../rubrics/rubrics.module.js";
import { TeamModule } from "../team/team.module.js";
import { ExportsController } from "./exports.controller.js";
import { ExportsService } from "./exports.service.js";
import { Bringing } from "./imports.bringing.js";
import { ImportsController } from "./imports.controller.js";
import { ImportExtras } from "./imports.extras.js";
import { ImportJobs } from "./imports.jobs.js";
import { ImportsService } from "./imports.service.js";
import { PortfolioService } from "./portfolio.service.js";

@Module({
  imports: [FieldsModule, RankingModule, ReviewsModule, RubricsModule, TeamModule],
  controllers: [ExportsController, ImportsController],
  providers: [Bringing, ExportsService, ImportExtras, ImportJobs, ImportsService, PortfolioService],
  exports: [ExportsService],
})
export class ExchangeModule {}
