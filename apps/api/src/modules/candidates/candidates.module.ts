import { Module } from "@nestjs/common";
import { FieldsModule } from "../fields/fields.module.js";
import { BulkController } from "./bulk.controller.js";
import { BulkService } from "./bulk.service.js";
import { CandidatesController } from "./candidates.controller.js";
import { CandidatesService } from "./candidates.service.js";
import { CaptureController } from "./capture.controller.js";
import { CaptureService } from "./capture.service.js";
import { TrialsController } from "./trials.controller.js";
import { TrialsService } from "./trials.service.js";

@Module({
  imports: [FieldsModule],
  controllers: [BulkController, CaptureController, CandidatesController, TrialsController],
  providers: [BulkService, CandidatesService, CaptureService, TrialsService],
  exports: [CandidatesService, TrialsService],
})
export class CandidatesModule {}
