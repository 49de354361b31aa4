import { Id } from "@highwater/shared/kernel/contract";
import {
  CandidateReviews,
  MyReview,
  QueuePage,
  QueueQuery,
  RecusalInput,
  ReviewHistory,
  ReviewInput,
  SetAside,
  SetAsideInput,
} from "@highwater/shared/reviews/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { AsideService } from "./aside.service.js";
import { DraftsService } from "./drafts.service.js";
import { HistoryService } from "./history.service.js";
import { ReviewsService } from "./reviews.service.js";
import { SightService } from "./sight.service.js";

@Controller("api/v1")
export class ReviewsController {
  constructor(
    private readonly aside: AsideService,
    private readonly drafts: DraftsService,
    private readonly reviews: ReviewsService,
    private readonly sight: SightService,
    private readonly histories: HistoryService,
  ) {}

  @Get("reviews/queue")
  @Access("viewer")
  @Answers(QueuePage, "What waits for one's own review")
  queue(@Me() me: Actor, @Query({ schema: QueueQuery }) query: QueueQuery) {
    return this.sight.queue(me, query);
  }

  @Get("candidates/:id/reviews")
  @Access("viewer")
  @Answers(CandidateReviews, "The reviews that this member may see")
  visible(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.sight.reviewsOf(me, id);
  }

  @Get("candidates/:id/reviews/history")
  @Access("viewer")
  @Answers(ReviewHistory, "Every signature of the reviews that this member may see, newest first")
  history(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.histories.of(me, id);
  }

  @Get("candidates/:id/reviews/mine")
  @Access("reviewer")
  @Answers(MyReview, "One's own review, with unsigned changes")
  mine(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.drafts.mine(me, id);
  }

  @Put("candidates/:id/reviews/mine")
  @Access("reviewer")
  @Edits(false)
  @Answers(MyReview, "Save one's own draft")
  save(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: ReviewInput }) input: ReviewInput,
    @IfMatch() match: string | undefined,
  ) {
    return this.drafts.save(me, id, input, match);
  }

  @Delete("candidates/:id/reviews/mine")
  @Access("reviewer")
  @Answers(null, "Discard unsigned changes")
  async discard(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    await this.drafts.discard(me, id);
  }

  @Post("candidates/:id/reviews/mine/sign")
  @Access("reviewer")
  @Edits(false)
  @Answers(MyReview, "Sign one's own review, for the first time or amended")
  sign(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @IfMatch() match: string | undefined,
  ) {
    return this.reviews.sign(me, id, match);
  }

  @Put("candidates/:id/set-aside")
  @Access("reviewer")
  @Answers(SetAside, "Put one's own review off: skip it for later, or abstain with a reason")
  setAside(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: SetAsideInput }) input: SetAsideInput,
  ) {
    return this.aside.set(me, id, input);
  }

  @Delete("candidates/:id/set-aside")
  @Access("reviewer")
  @Answers(null, "Take up again what one has set aside")
  async takeUp(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    await this.aside.takeUp(me, id);
  }

  @Post("candidates/:id/recusal")
  @Access("reviewer")
  @Answers(CandidateReviews, "Recuse oneself for a conflict of interest")
  recuse(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: RecusalInput }) input: RecusalInput,
  ) {
    return this.reviews.recuse(me, id, input);
  }

  @Post("candidates/:id/open")
  @Access("viewer")
  @Answers(CandidateReviews, "See the reviews without reviewing, for ever")
  open(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.reviews.open(me, id);
  }

  @Post("candidates/:id/reveal")
  @Access("admin")
  @Answers(CandidateReviews, "Reveal a candidate's reviews to the team, for ever")
  reveal(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.reviews.reveal(me, id);
  }
}
