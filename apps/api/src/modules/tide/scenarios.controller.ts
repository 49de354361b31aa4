import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Scenario, ScenarioInput, ScenarioPatch, Scenarios } from "@highwater/shared/tide/contract";
import { Body, Controller, Delete, Get, Param, Patch, Post } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { ScenariosService } from "./scenarios.service.js";

@Controller("api/v1/scenarios")
export class ScenariosController {
  constructor(private readonly scenarios: ScenariosService) {}

  @Get()
  @Access("viewer")
  @Answers(Scenarios, "The scenarios that the team has saved")
  list(@Me() me: Actor) {
    return this.scenarios.list(me);
  }

  @Post()
  @Access("reviewer")
  @Creates()
  @Answers(Scenario, "Save a scenario for the team", 201)
  save(@Me() me: Actor, @Body({ schema: ScenarioInput }) input: ScenarioInput) {
    return this.scenarios.save(me, input);
  }

  @Get(":id")
  @Access("viewer")
  @Answers(Scenario, "A scenario, with the ETag that its edit names")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.scenarios.one(me, id);
  }

  @Patch(":id")
  @Access("reviewer")
  @Edits()
  @Answers(Scenario, "Edit a scenario")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: ScenarioPatch }) patch: ScenarioPatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.scenarios.edit(me, id, patch, match);
  }

  @Delete(":id")
  @Access("reviewer")
  @Answers(null, "Remove a scenario; what it simulates was never written anywhere")
  remove(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.scenarios.remove(me, id);
  }
}
