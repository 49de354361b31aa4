import { Id } from "@highwater/shared/kernel/contract";
import { type Actor, Member, MemberPatch } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Patch } from "@nestjs/common";
import { z } from "zod";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { MembersService } from "./members.service.js";
import { StandingService } from "./standing.service.js";

const Members = z.object({ items: z.array(Member) }).meta({ id: "Members" });

@Controller("api/v1/members")
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly standing: StandingService,
  ) {}

  @Get()
  @Access("viewer")
  @Answers(Members, "The members of the team, the suspended and the removed among them")
  list(@Me() me: Actor) {
    return this.members.list(me);
  }

  @Patch(":id")
  @Access("admin")
  @Answers(Member, "Change a member's role; suspend or restore them")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: MemberPatch }) patch: MemberPatch,
  ) {
    return this.standing.edit(me, id, patch);
  }

  @Delete(":id")
  @Access("viewer")
  @Answers(null, "Remove a member, or leave the team")
  async remove(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    await this.standing.remove(me, id);
  }
}
