import { Id } from "@highwater/shared/kernel/contract";
import {
  AgendaInput,
  AgendaOrder,
  Round,
  RoundInput,
  RoundList,
  RoundPatch,
} from "@highwater/shared/rounds/contract";
import { Memo, MemoQuery } from "@highwater/shared/rounds/frozen";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { FreezingService } from "./freezing.service.js";
import { RoundsService } from "./rounds.service.js";

@Controller("api/v1/rounds")
export class RoundsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly freezing: FreezingService,
  ) {}

  @Get()
  @Access("viewer")
  @Answers(RoundList, "The rounds of the team, the latest first")
  list(@Me() me: Actor) {
    return this.rounds.list(me);
  }

  @Post()
  @Access("admin")
  @Creates()
  @Answers(Round, "Make a round and name its host", 201)
  make(@Me() me: Actor, @Body({ schema: RoundInput }) input: RoundInput) {
    return this.rounds.make(me, input);
  }

  @Get(":id")
  @Access("viewer")
  @Answers(Round, "A round and its agenda")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.rounds.one(me, id);
  }

  @Patch(":id")
  @Access("reviewer")
  @Edits()
  @Answers(Round, "Edit a planned round: its host or an admin")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: RoundPatch }) patch: RoundPatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.rounds.edit(me, id, patch, match);
  }

  @Delete(":id")
  @Access("reviewer")
  @Edits()
  @Answers(null, "Remove a planned round")
  async remove(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @IfMatch() match: string | undefined,
  ) {
    await this.rounds.remove(me, id, match);
  }

  @Post(":id/items")
  @Access("reviewer")
  @Creates()
  @Answers(Round, "Put candidates at the end of the agenda")
  add(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: AgendaInput }) input: AgendaInput,
  ) {
    return this.rounds.add(me, id, input);
  }

  @Put(":id/items")
  @Access("reviewer")
  @Answers(Round, "The agenda in a new order")
  order(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: AgendaOrder }) input: AgendaOrder,
  ) {
    return this.rounds.order(me, id, input);
  }

  @Delete(":id/items/:iid")
  @Access("reviewer")
  @Answers(Round, "Take from the agenda what the meeting hasn't taken up")
  drop(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("iid", { schema: Id }) iid: string,
  ) {
    return this.rounds.drop(me, id, iid);
  }

  @Get(":id/memo")
  @Access("viewer")
  @Answers(Memo, "What a closed round froze, to print: the house's copy, or the one for LPs")
  memo(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Query({ schema: MemoQuery }) query: MemoQuery,
  ) {
    return this.freezing.memo(me, id, query);
  }
}
