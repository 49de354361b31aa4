import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { CitingService } from "./citing.service.js";
import { EvidenceController } from "./evidence.controller.js";
import { EvidenceService } from "./evidence.service.js";
import { FilesController } from "./files.controller.js";
import { FilesService } from "./files.service.js";

@Module({
  imports: [CandidatesModule],
  controllers: [EvidenceController, FilesController],
  providers: [CitingService, EvidenceService, FilesService],
  exports: [CitingService, EvidenceService],
})
export class EvidenceModule {}
