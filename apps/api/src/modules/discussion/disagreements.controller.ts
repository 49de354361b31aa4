import {
  Disagreement,
  Disagreements,
  DissentPage,
  DissentQuery,
  SettleInput,
} from "@highwater/shared/discussion/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Get, Param, Post, Query } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { DisagreementsService } from "./disagreements.service.js";

@Controller("api/v1")
export class DisagreementsController {
  constructor(private readonly disagreements: DisagreementsService) {}

  @Get("disagreements")
  @Access("viewer")
  @Answers(DissentPage, "Revealed candidates over which members differ, or that one of them backs")
  dissent(@Me() me: Actor, @Query({ schema: DissentQuery }) query: DissentQuery) {
    return this.disagreements.dissent(me, query);
  }

  @Get("candidates/:id/disagreements")
  @Access("viewer")
  @Answers(Disagreements, "A revealed candidate's disagreements, the extreme reasons side by side")
  list(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.disagreements.of(me, id);
  }

  @Post("candidates/:id/disagreements/:did/settle")
  @Access("reviewer")
  @Answers(Disagreement, "Say in a sentence what was settled")
  settle(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("did", { schema: Id }) did: string,
    @Body({ schema: SettleInput }) { note }: SettleInput,
  ) {
    return this.disagreements.settle(me, id, did, note);
  }

  @Post("candidates/:id/disagreements/:did/reopen")
  @Access("reviewer")
  @Answers(Disagreement, "Open a settled disagreement again; its note stays")
  reopen(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("did", { schema: Id }) did: string,
  ) {
    return this.disagreements.settle(me, id, did, null);
  }
}
