import { Id } from "@highwater/shared/kernel/contract";
import { Merge, MergeInput, Merges } from "@highwater/shared/merges/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Get, Param, Post } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { MergesService } from "./merges.service.js";

@Controller("api/v1")
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  @Get("candidates/:id/merges")
  @Access("viewer")
  @Answers(Merges, "What was merged into a candidate, newest first")
  list(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.merges.list(me, id);
  }

  @Post("candidates/:id/merge")
  @Access("reviewer")
  @Creates()
  @Edits(false)
  @Answers(Merge, "Merge a candidate into another, whose ETag If-Match may name", 201)
  merge(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: MergeInput }) input: MergeInput,
    @IfMatch() match: string | undefined,
  ) {
    return this.merges.merge(me, id, input, match);
  }

  @Post("merges/:id/undo")
  @Access("reviewer")
  @Answers(Merge, "Undo a merge; facts edited since stay and are named")
  undo(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.merges.undo(me, id);
  }
}
