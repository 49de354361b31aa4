import { Module } from "@nestjs/common";
import { RankingModule } from "../ranking/ranking.module.js";
import { CapabilitiesController } from "./capabilities.controller.js";
import { CatalogueService } from "./catalogue.service.js";
import { ProjectionsService } from "./projections.service.js";
import { PublishingService } from "./publishing.service.js";
import { ReReviewsService } from "./re-reviews.service.js";
import { ReleasesController } from "./releases.controller.js";
import { ReleasesService } from "./releases.service.js";
import { RelianceController } from "./reliance.controller.js";
import { RelianceService } from "./reliance.service.js";
import { ScenariosController } from "./scenarios.controller.js";
import { ScenariosService } from "./scenarios.service.js";
import { TideController } from "./tide.controller.js";

@Module({
  imports: [RankingModule],
  controllers: [
    CapabilitiesController,
    RelianceController,
    ReleasesController,
    ScenariosController,
    TideController,
  ],
  providers: [
    CatalogueService,
    ProjectionsService,
    PublishingService,
    ReReviewsService,
    RelianceService,
    ReleasesService,
    ScenariosService,
  ],
  exports: [CatalogueService, RelianceService, ScenariosService, ReleasesService],
})
export class TideModule {}
