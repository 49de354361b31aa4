import {
  Assignment,
  AssignmentInput,
  AssignmentPage,
  AssignmentPatch,
  AssignmentQuery,
  AssignmentReport,
  Progress,
  ProgressQuery,
} from "@highwater/shared/assignments/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { AssigningService } from "./assigning.service.js";
import { AssignmentsService } from "./assignments.service.js";

@Controller("api/v1/assignments")
export class AssignmentsController {
  constructor(
    private readonly assigning: AssigningService,
    private readonly assignments: AssignmentsService,
  ) {}

  @Get()
  @Access("viewer")
  @Answers(AssignmentPage, "Who is asked to review what, by due date")
  list(@Me() me: Actor, @Query({ schema: AssignmentQuery }) query: AssignmentQuery) {
    return this.assignments.list(me, query);
  }

  @Post()
  @Access("reviewer")
  @Creates()
  @Answers(
    AssignmentReport,
    "Assign by hand, in bulk or evenly; what can't be assigned is named",
    201,
  )
  assign(@Me() me: Actor, @Body({ schema: AssignmentInput }) input: AssignmentInput) {
    return this.assigning.assign(me, input);
  }

  @Get("progress")
  @Access("viewer")
  @Answers(Progress, "How far reviewers and candidates are, as far as the reader may know")
  progress(@Me() me: Actor, @Query({ schema: ProgressQuery }) query: ProgressQuery) {
    return this.assignments.progress(me, query);
  }

  @Get(":id")
  @Access("viewer")
  @Answers(Assignment, "One assignment")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.assignments.one(me, id);
  }

  @Patch(":id")
  @Access("reviewer")
  @Edits()
  @Answers(Assignment, "Change by when it is due")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: AssignmentPatch }) patch: AssignmentPatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.assignments.edit(me, id, patch, match);
  }

  @Delete(":id")
  @Access("reviewer")
  @Answers(null, "Take an assignment away, which may complete the reviews")
  async remove(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    await this.assigning.remove(me, id);
  }

  @Post(":id/undo")
  @Access("reviewer")
  @Answers(AssignmentReport, "Take back all that one act assigned, which may complete reviews")
  undo(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.assigning.undo(me, id);
  }
}
