import { Id } from "@highwater/shared/kernel/contract";
import { ChampionInput, Champions } from "@highwater/shared/stages/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Post } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { ChampionsService } from "./champions.service.js";

@Controller("api/v1/candidates/:id/champion")
export class ChampionsController {
  constructor(private readonly champions: ChampionsService) {}

  @Get()
  @Access("viewer")
  @Answers(Champions, "Who backs a revealed candidate against its total, and why")
  of(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.champions.of(me, id);
  }

  @Post()
  @Access("reviewer")
  @Creates()
  @Answers(Champions, "Back a revealed candidate, or say anew why")
  champion(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: ChampionInput }) input: ChampionInput,
  ) {
    return this.champions.champion(me, id, input);
  }

  @Delete()
  @Access("reviewer")
  @Answers(Champions, "Back it no longer")
  stepBack(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.champions.stepBack(me, id);
  }
}
