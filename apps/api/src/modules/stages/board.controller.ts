import { Board, BoardQuery } from "@highwater/shared/stages/board";
import { stages } from "@highwater/shared/stages/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get, Query } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { Db } from "../../platform/db.js";
import { RankingService } from "../ranking/ranking.service.js";
import { boardOf } from "./board.queries.js";

@Controller("api/v1/stages/board")
export class BoardController {
  constructor(
    private readonly db: Db,
    private readonly ranking: RankingService,
  ) {}

  @Get()
  @Access("viewer")
  @Answers(Board, "The stages side by side, with counts, totals and cards")
  async board(@Me() me: Actor, @Query({ schema: BoardQuery }) query: BoardQuery): Promise<Board> {
    const figures = await this.ranking.figures(me);
    const { sizes, rows } = await this.db.read(me, (db) => boardOf(db, me, query, figures));
    const cards = rows.map((row) => ({
      ...row,
      total: figures.get(row.id)?.total ?? null,
      rank: figures.get(row.id)?.rank ?? null,
    }));
    return {
      columns: stages.map((stage) => ({
        ...(sizes.find((size) => size.stage === stage) ?? { count: 0, meanTotal: null }),
        stage,
        items: cards.filter((card) => card.stage === stage),
      })),
    };
  }
}
