import {
  ActivityPage,
  ActivityQuery,
  CandidateActivityQuery,
} from "@highwater/shared/activity/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get, Param, Query } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { Db, found } from "../../platform/db.js";
import { activityOf } from "./activity.queries.js";

@Controller("api/v1")
export class ActivityController {
  constructor(private readonly db: Db) {}

  @Get("activity")
  @Access("viewer")
  @Answers(ActivityPage, "Who did what, the newest first, as far as this member may know")
  all(@Me() me: Actor, @Query({ schema: ActivityQuery }) query: ActivityQuery) {
    return this.db.read(me, (db) => activityOf(db, me, query));
  }

  @Get("candidates/:id/activity")
  @Access("viewer")
  @Answers(ActivityPage, "What was done to a candidate, as far as this member may know")
  ofCandidate(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Query({ schema: CandidateActivityQuery }) query: Omit<ActivityQuery, "candidateId">,
  ) {
    return this.db.read(me, async (db) => {
      found(await db.candidate.findFirst({ where: { id }, select: { id: true } }), "candidate");
      return activityOf(db, me, { ...query, candidateId: id });
    });
  }
}
