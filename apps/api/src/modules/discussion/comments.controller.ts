import {
  Comment,
  CommentInput,
  CommentPatch,
  Comments,
  CommentVersions,
} from "@highwater/shared/discussion/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Patch, Post } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { CommentsService } from "./comments.service.js";

@Controller("api/v1")
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Get("candidates/:id/comments")
  @Access("viewer")
  @Answers(Comments, "The comments on a candidate, for whoever sees its reviews")
  list(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.comments.list(me, id);
  }

  @Post("candidates/:id/comments")
  @Access("reviewer")
  @Creates()
  @Answers(Comment, "Comment on a candidate or a criterion, or answer a comment", 201)
  add(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: CommentInput }) input: CommentInput,
  ) {
    return this.comments.add(me, id, input);
  }

  @Get("comments/:id")
  @Access("viewer")
  @Answers(Comment, "One comment, with the ETag that its edit names")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.comments.one(me, id);
  }

  @Get("comments/:id/versions")
  @Access("viewer")
  @Answers(CommentVersions, "What a comment has said, the oldest first")
  versions(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.comments.versions(me, id);
  }

  @Patch("comments/:id")
  @Access("reviewer")
  @Edits()
  @Answers(Comment, "Edit a comment of one's own; what it said before is kept")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: CommentPatch }) patch: CommentPatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.comments.edit(me, id, patch, match);
  }

  @Delete("comments/:id")
  @Access("reviewer")
  @Answers(null, "Remove a comment of one's own; its place stays while it has answers")
  async remove(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    await this.comments.remove(me, id);
  }

  @Post("comments/:id/resolve")
  @Access("reviewer")
  @Answers(Comment, "Resolve a thread")
  resolve(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.comments.resolve(me, id, true);
  }

  @Post("comments/:id/unresolve")
  @Access("reviewer")
  @Answers(Comment, "Open a resolved thread again")
  unresolve(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.comments.resolve(me, id, false);
  }
}
