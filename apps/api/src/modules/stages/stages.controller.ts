import { Candidate } from "@highwater/shared/candidates/contract";
import { Id } from "@highwater/shared/kernel/contract";
import {
  DecisionInput,
  DecisionRecord,
  StageMove,
  Withdrawal,
} from "@highwater/shared/stages/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Post, Query } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { DecisionsService } from "./decisions.service.js";
import { StagesService } from "./stages.service.js";

@Controller("api/v1/candidates/:id")
export class StagesController {
  constructor(
    private readonly stages: StagesService,
    private readonly decisions: DecisionsService,
  ) {}

  @Post("stage")
  @Access("reviewer")
  @Creates()
  @Answers(Candidate, "Move a candidate to another stage")
  move(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: StageMove }) input: StageMove,
  ) {
    return this.stages.move(me, id, input);
  }

  @Get("decision")
  @Access("viewer")
  @Answers(DecisionRecord, "The decision that stands, with votes, dissent and gates passed over")
  record(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.decisions.record(me, id);
  }

  @Post("decision")
  @Access("reviewer")
  @Creates()
  @Answers(Candidate, "Decide about a candidate; a new decision takes the place of the one before")
  decide(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: DecisionInput }) input: DecisionInput,
  ) {
    return this.decisions.decide(me, id, input);
  }

  @Delete("decision")
  @Access("reviewer")
  @Creates()
  @Answers(Candidate, "Withdraw the decision: the candidate returns to the stage it had before")
  withdraw(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Query({ schema: Withdrawal }) which: Withdrawal,
  ) {
    return this.decisions.withdraw(me, id, which);
  }
}
