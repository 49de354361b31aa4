import { BulkInput, BulkReport } from "@highwater/shared/candidates/contract";
import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Param, Post } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { BulkService } from "./bulk.service.js";

@Controller("api/v1/candidates/bulk")
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @Access("reviewer")
  @Creates()
  @Answers(BulkReport, "Change many candidates at once; what can't take the change is named")
  edit(@Me() me: Actor, @Body({ schema: BulkInput }) input: BulkInput) {
    return this.bulk.edit(me, input);
  }

  @Post(":id/undo")
  @Access("reviewer")
  @Answers(BulkReport, "Take a bulk edit back, but for what somebody has edited since")
  undo(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.bulk.undo(me, id);
  }
}
