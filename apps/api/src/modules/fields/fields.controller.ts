import {
  Field,
  FieldInput,
  FieldPatch,
  Fields,
  FieldsQuery,
} from "@highwater/shared/fields/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { FieldsService } from "./fields.service.js";

@Controller("api/v1/fields")
export class FieldsController {
  constructor(private readonly fields: FieldsService) {}

  @Get()
  @Access("viewer")
  @Answers(Fields, "The team's own fields, in their order")
  list(@Me() me: Actor, @Query({ schema: FieldsQuery }) query: FieldsQuery) {
    return this.fields.list(me, query);
  }

  @Post()
  @Access("admin")
  @Creates()
  @Answers(Field, "Add a field", 201)
  add(@Me() me: Actor, @Body({ schema: FieldInput }) input: FieldInput) {
    return this.fields.add(me, input);
  }

  @Get(":id")
  @Access("viewer")
  @Answers(Field, "A field, with the ETag that its edit names")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.fields.one(me, id);
  }

  @Patch(":id")
  @Access("admin")
  @Edits()
  @Answers(Field, "Rename, move, archive or restore a field, or change its options")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: FieldPatch }) patch: FieldPatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.fields.edit(me, id, patch, match);
  }

  @Delete(":id")
  @Access("admin")
  @Answers(Field, "Archive a field; its values stay, and it can be restored")
  archive(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.fields.archive(me, id);
  }
}
