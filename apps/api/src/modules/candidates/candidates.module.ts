import { Module } from "@nestjs/common";
import { FieldsModule } from "../fields/fields.module.js";
import { CandidatesController } from "./candidates.controller.js";
import { CandidatesService } from "./candidates.service.js";
import { TrialsController } from "./trials.controller.js";
import { TrialsService } from "./trials.service.js";

@Module({
  imports: [FieldsModule],
  controllers: [CandidatesController, TrialsController],
  providers: [CandidatesService, TrialsService],
  exports: [CandidatesService, TrialsService],
})
export class CandidatesModule {}
