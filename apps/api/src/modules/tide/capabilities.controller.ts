import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import {
  Capabilities,
  Capability,
  CapabilityInput,
  CapabilityPatch,
} from "@highwater/shared/tide/contract";
import { Body, Controller, Get, Param, Patch, Post } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { CatalogueService } from "./catalogue.service.js";

@Controller("api/v1/capabilities")
export class CapabilitiesController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get()
  @Access("viewer")
  @Answers(Capabilities, "What models can do, 0-100, with the history of every level")
  list(@Me() me: Actor) {
    return this.catalogue.list(me);
  }

  @Post()
  @Access("admin")
  @Creates()
  @Answers(Capability, "Add a capability", 201)
  add(@Me() me: Actor, @Body({ schema: CapabilityInput }) input: CapabilityInput) {
    return this.catalogue.add(me, input);
  }

  @Post("start")
  @Access("admin")
  @Answers(Capabilities, "Fill an empty catalogue, and the releases, from the minutes")
  start(@Me() me: Actor) {
    return this.catalogue.start(me);
  }

  @Get(":id")
  @Access("viewer")
  @Answers(Capability, "A capability, with the ETag that its edit names")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.catalogue.one(me, id);
  }

  @Patch(":id")
  @Access("admin")
  @Edits()
  @Answers(Capability, "Rename a capability, or set its level with where it comes from")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: CapabilityPatch }) patch: CapabilityPatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.catalogue.edit(me, id, patch, match);
  }
}
