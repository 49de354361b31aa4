import { Watches, WatchQuery } from "@highwater/shared/stages/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get, Query } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { DecisionsService } from "./decisions.service.js";

@Controller("api/v1/watches")
export class WatchesController {
  constructor(private readonly decisions: DecisionsService) {}

  @Get()
  @Access("viewer")
  @Answers(Watches, "The watched candidates, those to be looked at first in front")
  watches(@Me() me: Actor, @Query({ schema: WatchQuery }) query: WatchQuery) {
    return this.decisions.watches(me, query);
  }
}
