import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import {
  BoardQuery,
  Projection,
  ProjectionInput,
  Proposed,
  TideBoard,
} from "@highwater/shared/tide/board";
import {
  Confirmed,
  ConfirmInput,
  DefenceTable,
  ReReview,
  ReReviewQuery,
  ReReviews,
  UnchangedInput,
} from "@highwater/shared/tide/reliance";
import { Body, Controller, Get, Param, Post, Put, Query } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { CatalogueService } from "./catalogue.service.js";
import { ProjectionsService } from "./projections.service.js";
import { ReReviewsService } from "./re-reviews.service.js";
import { RelianceService } from "./reliance.service.js";

@Controller("api/v1/tide")
export class TideController {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly projections: ProjectionsService,
    private readonly reReviews: ReReviewsService,
    private readonly reliance: RelianceService,
  ) {}

  @Post("projection")
  @Access("viewer")
  @Answers(Projection, "What these releases and this clock would do; nothing is written")
  project(@Me() me: Actor, @Body({ schema: ProjectionInput }) input: ProjectionInput) {
    return this.projections.project(me, input);
  }

  @Get("board")
  @Access("viewer")
  @Answers(TideBoard, "All that a browser needs to project by itself")
  board(@Me() me: Actor, @Query({ schema: BoardQuery }) { scope }: BoardQuery) {
    return this.projections.board(me, scope);
  }

  @Get("proposed")
  @Access("viewer")
  @Answers(Proposed, "The risk that published releases propose beside the human one")
  proposed(@Me() me: Actor) {
    return this.projections.proposed(me);
  }

  @Get("defences")
  @Access("viewer")
  @Answers(DefenceTable, "How much each moat holds back")
  defences(@Me() me: Actor) {
    return this.catalogue.defences(me);
  }

  @Put("defences")
  @Access("admin")
  @Edits()
  @Answers(DefenceTable, "Set how much each moat holds back")
  setDefences(
    @Me() me: Actor,
    @Body({ schema: DefenceTable }) table: DefenceTable,
    @IfMatch() match: string | undefined,
  ) {
    return this.catalogue.setDefences(me, table, match);
  }

  @Post("reliance/confirm")
  @Access("reviewer")
  @Answers(Confirmed, "Confirm reliance as it stands, of candidates or of a vertical")
  confirm(@Me() me: Actor, @Body({ schema: ConfirmInput }) input: ConfirmInput) {
    return this.reliance.confirm(me, input);
  }

  @Get("re-reviews")
  @Access("viewer")
  @Answers(ReReviews, "Who is asked to look again since a release")
  asked(@Me() me: Actor, @Query({ schema: ReReviewQuery }) query: ReReviewQuery) {
    return this.reReviews.list(me, query);
  }

  @Post("re-reviews/:id/unchanged")
  @Access("reviewer")
  @Answers(ReReview, "Answer that one's score stands, and why")
  unchanged(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: UnchangedInput }) input: UnchangedInput,
  ) {
    return this.reReviews.unchanged(me, id, input);
  }
}
