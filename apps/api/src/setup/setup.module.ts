import { Module } from "@nestjs/common";
import { CandidatesModule } from "../modules/candidates/candidates.module.js";
import { EvidenceModule } from "../modules/evidence/evidence.module.js";
import { ReviewsModule } from "../modules/reviews/reviews.module.js";
import { TeamModule } from "../modules/team/team.module.js";
import { TideModule } from "../modules/tide/tide.module.js";
import { SampleService } from "./sample.service.js";
import { SetupController } from "./setup.controller.js";
import { SetupService } from "./setup.service.js";

@Module({
  imports: [CandidatesModule, EvidenceModule, ReviewsModule, TeamModule, TideModule],
  controllers: [SetupController],
  providers: [SampleService, SetupService],
})
export class SetupModule {}
