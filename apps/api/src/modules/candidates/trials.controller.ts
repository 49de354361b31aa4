import { Trial, TrialInput, Trials } from "@highwater/shared/candidates/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Post } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { TrialsService } from "./trials.service.js";

@Controller("api/v1/candidates/:id/trials")
export class TrialsController {
  constructor(private readonly trials: TrialsService) {}

  @Get()
  @Access("viewer")
  @Answers(Trials, "The trials of a candidate, open to all")
  list(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.trials.list(me, id);
  }

  @Post()
  @Access("reviewer")
  @Creates()
  @Answers(Trial, "Record a trial", 201)
  record(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: TrialInput }) input: TrialInput,
  ) {
    return this.trials.record(me, id, input);
  }

  @Delete(":trialId")
  @Access("reviewer")
  @Answers(null, "Remove a trial of one's own")
  async remove(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("trialId", { schema: Id }) trialId: string,
  ) {
    await this.trials.remove(me, id, trialId);
  }
}
