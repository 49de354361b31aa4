import {
  DuelAnswers,
  TradeOffAnswers,
  TradeOffGroup,
} from "@highwater/shared/preferences/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Get, Put } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { PreferencesService } from "./preferences.service.js";

@Controller("api/v1/preferences")
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get("trade-offs")
  @Access("viewer")
  @Answers(TradeOffGroup, "The weights of all who have answered enough, once one has oneself")
  group(@Me() me: Actor) {
    return this.preferences.group(me);
  }

  @Get("trade-offs/mine")
  @Access("viewer")
  @Answers(TradeOffAnswers, "One's own answers to trade-off questions")
  tradeOffs(@Me() me: Actor) {
    return this.preferences.tradeOffs(me);
  }

  @Put("trade-offs/mine")
  @Access("reviewer")
  @Edits()
  @Answers(TradeOffAnswers, "Keep one's own answers; no weighting changes by itself")
  saveTradeOffs(
    @Me() me: Actor,
    @Body({ schema: TradeOffAnswers }) input: TradeOffAnswers,
    @IfMatch() match: string | undefined,
  ) {
    return this.preferences.saveTradeOffs(me, input, match);
  }

  @Get("duels/mine")
  @Access("viewer")
  @Answers(DuelAnswers, "One's own duels")
  duels(@Me() me: Actor) {
    return this.preferences.duels(me);
  }

  @Put("duels/mine")
  @Access("reviewer")
  @Edits()
  @Answers(DuelAnswers, "Keep one's own duels; no score and no rank changes")
  saveDuels(
    @Me() me: Actor,
    @Body({ schema: DuelAnswers }) input: DuelAnswers,
    @IfMatch() match: string | undefined,
  ) {
    return this.preferences.saveDuels(me, input, match);
  }
}
