import { Candidate } from "@highwater/shared/candidates/contract";
import { Id } from "@highwater/shared/kernel/contract";
import { StageMove } from "@highwater/shared/stages/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Param, Post } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { StagesService } from "./stages.service.js";

@Controller("api/v1/candidates/:id/stage")
export class StagesController {
  constructor(private readonly stages: StagesService) {}

  @Post()
  @Access("reviewer")
  @Answers(Candidate, "Move a candidate to another stage")
  move(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: StageMove }) input: StageMove,
  ) {
    return this.stages.move(me, id, input);
  }
}
