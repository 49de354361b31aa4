import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Reliance, RelianceInput } from "@highwater/shared/tide/reliance";
import { Body, Controller, Get, Param, Put } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { RelianceService } from "./reliance.service.js";

@Controller("api/v1/candidates/:id/reliance")
export class RelianceController {
  constructor(private readonly reliance: RelianceService) {}

  @Get()
  @Access("viewer")
  @Answers(Reliance, "What a candidate leans on, and what defends it")
  of(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.reliance.of(me, id);
  }

  @Put()
  @Access("reviewer")
  @Edits(false)
  @Answers(Reliance, "Set what a candidate leans on, confirmed or still proposed")
  set(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: RelianceInput }) input: RelianceInput,
    @IfMatch() match: string | undefined,
  ) {
    return this.reliance.set(me, id, input, match);
  }
}
