import {
  Claim,
  ClaimFacts,
  ClaimInput,
  ClaimPatch,
  Claims,
  ForecastInput,
} from "@highwater/shared/claims/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { ClaimsService } from "./claims.service.js";

@Controller("api/v1/claims")
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  @Get()
  @Access("viewer")
  @Answers(Claims, "What was foretold, with the forecasts that this member may see")
  list(@Me() me: Actor) {
    return this.claims.list(me);
  }

  @Post()
  @Access("reviewer")
  @Creates()
  @Answers(ClaimFacts, "Add a claim", 201)
  add(@Me() me: Actor, @Body({ schema: ClaimInput }) input: ClaimInput) {
    return this.claims.add(me, input);
  }

  @Post("start")
  @Access("admin")
  @HttpCode(200)
  @Answers(Claims, "Bring in the claims of the minutes, where there are none yet")
  start(@Me() me: Actor) {
    return this.claims.start(me);
  }

  @Get(":id")
  @Access("viewer")
  @Answers(ClaimFacts, "The facts of a claim, with the ETag that its edit names")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.claims.one(me, id);
  }

  @Patch(":id")
  @Access("admin")
  @Edits()
  @Answers(ClaimFacts, "Edit a claim, or say what came of it")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: ClaimPatch }) patch: ClaimPatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.claims.edit(me, id, patch, match);
  }

  @Put(":id/forecast")
  @Access("reviewer")
  @Answers(Claim, "Give one's own forecast, or change it until the claim is decided")
  foresee(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: ForecastInput }) input: ForecastInput,
  ) {
    return this.claims.foresee(me, id, input);
  }
}
