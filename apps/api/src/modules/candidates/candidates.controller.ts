import {
  Candidate,
  CandidateInput,
  CandidatePage,
  CandidatePatch,
  CandidateQuery,
  DuplicateQuery,
  Duplicates,
  Facets,
} from "@highwater/shared/candidates/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { CandidatesService } from "./candidates.service.js";

@Controller("api/v1/candidates")
export class CandidatesController {
  constructor(private readonly candidates: CandidatesService) {}

  @Get()
  @Access("viewer")
  @Answers(CandidatePage, "The candidates of the pipeline, a page at a time")
  list(@Me() me: Actor, @Query({ schema: CandidateQuery }) query: CandidateQuery) {
    return this.candidates.list(me, query);
  }

  @Post()
  @Access("reviewer")
  @Creates()
  @Answers(Candidate, "Enter a candidate", 201)
  enter(@Me() me: Actor, @Body({ schema: CandidateInput }) input: CandidateInput) {
    return this.candidates.enter(me, input);
  }

  @Get("duplicates")
  @Access("viewer")
  @Answers(Duplicates, "Candidates that a name or website may already stand for")
  duplicates(@Me() me: Actor, @Query({ schema: DuplicateQuery }) query: DuplicateQuery) {
    return this.candidates.duplicates(me, query);
  }

  @Get("facets")
  @Access("viewer")
  @Answers(Facets, "The verticals and tags in use")
  facets(@Me() me: Actor) {
    return this.candidates.facets(me);
  }

  @Get(":id")
  @Access("viewer")
  @Answers(Candidate, "The facts of a candidate")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.candidates.one(me, id);
  }

  @Patch(":id")
  @Access("reviewer")
  @Edits()
  @Answers(Candidate, "Edit a candidate")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: CandidatePatch }) patch: CandidatePatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.candidates.edit(me, id, patch, match);
  }

  @Delete(":id")
  @Access("reviewer")
  @Answers(Candidate, "Archive a candidate; it can be restored")
  archive(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.candidates.archive(me, id);
  }

  @Post(":id/restore")
  @Access("reviewer")
  @Answers(Candidate, "Restore an archived candidate")
  restore(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.candidates.restore(me, id);
  }
}
