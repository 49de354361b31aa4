import { Id } from "@highwater/shared/kernel/contract";
import { BoardQuery, RankingBoard } from "@highwater/shared/ranking/board";
import {
  Explanation,
  ExplanationQuery,
  RankingPage,
  RankingQuery,
} from "@highwater/shared/ranking/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get, Param, Query } from "@nestjs/common";
import { Access, Me, Pulse } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { BoardsService } from "./boards.service.js";
import { PagesService } from "./pages.service.js";
import { RankingService } from "./ranking.service.js";

@Controller("api/v1")
export class RankingController {
  constructor(
    private readonly boards: BoardsService,
    private readonly pages: PagesService,
    private readonly ranking: RankingService,
  ) {}

  @Get("ranking")
  @Access("viewer")
  @Answers(RankingPage, "The ranking: the team's, or one's own marks")
  page(
    @Me() me: Actor,
    @Pulse() pulse: string,
    @Query({ schema: RankingQuery }) query: RankingQuery,
  ) {
    return this.pages.bytes({ ...me, pulse }, query);
  }

  @Get("ranking/board")
  @Access("viewer")
  @Answers(RankingBoard, "All that ranks, by columns: whoever has it ranks under any weights")
  board(@Me() me: Actor, @Pulse() pulse: string, @Query({ schema: BoardQuery }) query: BoardQuery) {
    return this.boards.board({ ...me, pulse }, query);
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
