import {
  CheckInput,
  CommitInput,
  Import,
  ImportRow,
  ImportRows,
  Imports,
  RowChoice,
  RowsQuery,
  ShapeInput,
} from "@highwater/shared/exchange/contract";
import { Id, line } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Get, Header, Param, Patch, Post, Query } from "@nestjs/common";
import { ApiProduces } from "@nestjs/swagger";
import { z } from "zod";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { type Sending, Sent, Streams } from "../../platform/streams.js";
import { ImportsService } from "./imports.service.js";

const Named = z.strictObject({ name: line(255) });
const RowNumber = z.coerce.number().int().min(1);

@Controller("api/v1/imports")
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post()
  @Access("reviewer")
  @Streams()
  @Answers(Import, "Send a CSV, XLSX or JSON file; its columns are found and proposed", 201)
  begin(
    @Me() me: Actor,
    @Query({ schema: Named }) { name }: { name: string },
    @Sent() sent: Sending,
  ) {
    return this.imports.begin(me, name, sent);
  }

  @Get()
  @Access("reviewer")
  @Answers(Imports, "The team's imports, the latest first")
  list(@Me() me: Actor) {
    return this.imports.list(me);
  }

  @Get(":id")
  @Access("reviewer")
  @Answers(Import, "An import, and how far it is")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.imports.one(me, id);
  }

  @Patch(":id")
  @Access("reviewer")
  @Answers(Import, "Correct what was found in the file; its columns are proposed anew")
  reshape(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: ShapeInput }) input: ShapeInput,
  ) {
    return this.imports.reshape(me, id, input);
  }

  @Post(":id/check")
  @Access("reviewer")
  @Answers(Import, "Check every row under this mapping; nothing is changed")
  check(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: CheckInput }) input: CheckInput,
  ) {
    return this.imports.check(me, id, input);
  }

  @Get(":id/rows")
  @Access("reviewer")
  @Answers(ImportRows, "The checked rows: ready, likely duplicates, wrong ones")
  rows(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Query({ schema: RowsQuery }) query: RowsQuery,
  ) {
    return this.imports.rows(me, id, query);
  }

  @Patch(":id/rows/:row")
  @Access("reviewer")
  @Answers(ImportRow, "Say what happens to one likely duplicate")
  choose(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("row", { schema: RowNumber }) row: number,
    @Body({ schema: RowChoice }) input: RowChoice,
  ) {
    return this.imports.choose(me, id, row, input);
  }

  @Get(":id/errors.csv")
  @Access("reviewer")
  @ApiProduces("text/csv")
  @Header("content-type", "text/csv; charset=utf-8")
  @Header("content-disposition", 'attachment; filename="errors.csv"')
  @Answers(z.string(), "What is wrong, as a file: row, column, value, reason")
  errors(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.imports.errors(me, id);
  }

  @Post(":id/commit")
  @Access("reviewer")
  @Answers(Import, "Bring in what is ready, whole or not at all")
  commit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: CommitInput }) input: CommitInput,
  ) {
    return this.imports.commit(me, id, input);
  }

  @Post(":id/undo")
  @Access("reviewer")
  @Answers(Import, "Take back what was added, and what was merged and not edited since")
  undo(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.imports.undo(me, id);
  }

  @Post(":id/cancel")
  @Access("reviewer")
  @Answers(Import, "Stop the check, or a commit that still waits")
  cancel(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.imports.cancel(me, id);
  }
}
