import {
  Evidence,
  EvidenceInput,
  EvidenceList,
  EvidencePatch,
} from "@highwater/shared/evidence/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Patch, Post } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { EvidenceService } from "./evidence.service.js";

@Controller("api/v1/candidates/:id/evidence")
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get()
  @Access("viewer")
  @Answers(EvidenceList, "The evidence of a candidate, open to all")
  list(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.evidence.list(me, id);
  }

  @Post()
  @Access("reviewer")
  @Creates()
  @Answers(Evidence, "Add a link, a quote, a call or a file", 201)
  add(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: EvidenceInput }) input: EvidenceInput,
  ) {
    return this.evidence.add(me, id, input);
  }

  @Get(":eid")
  @Access("viewer")
  @Answers(Evidence, "One piece of evidence, with the ETag that its edit names")
  one(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("eid", { schema: Id }) eid: string,
  ) {
    return this.evidence.one(me, id, eid);
  }

  @Patch(":eid")
  @Access("reviewer")
  @Edits()
  @Answers(Evidence, "Edit evidence of one's own")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("eid", { schema: Id }) eid: string,
    @Body({ schema: EvidencePatch }) patch: EvidencePatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.evidence.edit(me, { id, eid, match }, patch);
  }

  @Delete(":eid")
  @Access("reviewer")
  @Answers(null, "Remove evidence of one's own; its file is kept for a day")
  async remove(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Param("eid", { schema: Id }) eid: string,
  ) {
    await this.evidence.remove(me, id, eid);
  }
}
