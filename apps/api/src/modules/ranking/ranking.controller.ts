import { Id } from "@highwater/shared/kernel/contract";
import {
  Explanation,
  ExplanationQuery,
  RankingPage,
  RankingQuery,
} from "@highwater/shared/ranking/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get, Param, Query } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { RankingService } from "./ranking.service.js";

@Controller("api/v1")
export class RankingController {
  constructor(private readonly ranking: RankingService) {}

  @Get("ranking")
  @Access("viewer")
  @Answers(RankingPage, "The ranking: the team's, or one's own marks")
  page(@Me() me: Actor, @Query({ schema: RankingQuery }) query: RankingQuery) {
    return this.ranking.page(me, query);
  }

  @Get("candidates/:id/explanation")
  @Access("viewer")
  @Answers(Explanation, "Why a candidate has its total, its rank and its flags")
  explain(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Query({ schema: ExplanationQuery }) query: ExplanationQuery,
  ) {
    return this.ranking.explain(me, id, query);
  }
}
