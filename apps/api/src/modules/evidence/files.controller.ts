import { FileName, StoredFile } from "@highwater/shared/evidence/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get, Header, Param, Post, Query } from "@nestjs/common";
import type { z } from "zod";
import { Access, Me } from "../../platform/access.js";
import { Answers, HandsOver } from "../../platform/answers.js";
import { type Sending, Sent, Streams } from "../../platform/streams.js";
import { FilesService } from "./files.service.js";

@Controller("api/v1/files")
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Post()
  @Access("reviewer")
  @Streams()
  @Answers(StoredFile, "Send a file of up to 25 MB: PDF, PNG, JPEG, WebP, GIF or Office", 201)
  receive(
    @Me() me: Actor,
    @Query({ schema: FileName }) { name }: z.infer<typeof FileName>,
    @Sent() body: Sending,
  ) {
    return this.files.receive(me, name, body);
  }

  /** Never shown from our own origin: it is saved, whatever it holds. */
  @Get(":id")
  @Access("viewer")
  @Header("content-security-policy", "sandbox")
  @Header("x-content-type-options", "nosniff")
  @HandsOver("application/octet-stream", "The file, to be saved")
  download(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.files.download(me, id);
  }
}
