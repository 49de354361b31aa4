import { Id } from "@highwater/shared/kernel/contract";
import type { Actor } from "@highwater/shared/team/contract";
import {
  Published,
  Release,
  ReleaseInput,
  ReleasePatch,
  Releases,
} from "@highwater/shared/tide/contract";
import { Body, Controller, Get, Param, Patch, Post } from "@nestjs/common";
import { Access, IfMatch, Me } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { PublishingService } from "./publishing.service.js";
import { ReleasesService } from "./releases.service.js";

@Controller("api/v1/releases")
export class ReleasesController {
  constructor(
    private readonly publishing: PublishingService,
    private readonly releases: ReleasesService,
  ) {}

  @Get()
  @Access("viewer")
  @Answers(Releases, "Events that raise capabilities, by date")
  list(@Me() me: Actor) {
    return this.releases.list(me);
  }

  @Post()
  @Access("admin")
  @Creates()
  @Answers(Release, "Add a release", 201)
  add(@Me() me: Actor, @Body({ schema: ReleaseInput }) input: ReleaseInput) {
    return this.releases.add(me, input);
  }

  @Get(":id")
  @Access("viewer")
  @Answers(Release, "A release, with the ETag that its edit names")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.releases.one(me, id);
  }

  @Patch(":id")
  @Access("admin")
  @Edits()
  @Answers(Release, "Edit a release that is not published")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: ReleasePatch }) patch: ReleasePatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.releases.edit(me, id, patch, match);
  }

  @Post(":id/publish")
  @Access("admin")
  @Answers(
    Published,
    "Freeze its levels, move the catalogue, ask whoever reviewed what it submerges",
  )
  publish(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.publishing.publish(me, id);
  }
}
