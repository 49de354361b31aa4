import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { View, ViewInput, ViewPatch, Views } from "@highwater/shared/views/contract";
import { Body, Controller, Delete, Get, Param, Patch, Post } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { ViewsService } from "./views.service.js";

@Controller("api/v1/views")
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @Access("viewer")
  @Answers(Views, "One's own views and the shared ones, with how many the viewer finds there")
  list(@Me() me: Actor) {
    return this.views.list(me);
  }

  @Post()
  @Access("viewer")
  @Creates()
  @Answers(View, "Save a view; sharing it needs the role reviewer", 201)
  save(@Me() me: Actor, @Body({ schema: ViewInput }) input: ViewInput) {
    return this.views.save(me, input);
  }

  @Get(":id")
  @Access("viewer")
  @Answers(View, "A view, with the ETag that its edit names")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.views.one(me, id);
  }

  @Patch(":id")
  @Access("viewer")
  @Edits()
  @Answers(View, "Rename a view, share it, or change what it shows")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: ViewPatch }) patch: ViewPatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.views.edit(me, id, patch, match);
  }

  @Delete(":id")
  @Access("viewer")
  @Answers(null, "Delete a view; the candidates that it shows stay")
  remove(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.views.remove(me, id);
  }
}
