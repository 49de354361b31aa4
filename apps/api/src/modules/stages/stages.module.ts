import { Module } from "@nestjs/common";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { StagesController } from "./stages.controller.js";
import { StagesService } from "./stages.service.js";

@Module({
  imports: [CandidatesModule],
  controllers: [StagesController],
  providers: [StagesService],
})
export class StagesModule {}
