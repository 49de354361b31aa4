import { Id } from "@highwater/shared/kernel/contract";
import { type Actor, Member, MemberPatch } from "@highwater/shared/team/contract";
import { Body, Controller, Get, Param, Patch } from "@nestjs/common";
import { z } from "zod";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { MembersService } from "./members.service.js";

const Members = z.object({ items: z.array(Member) }).meta({ id: "Members" });

@Controller("api/v1/members")
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @Access("viewer")
  @Answers(Members, "The members of the team")
  list(@Me() me: Actor) {
    return this.members.list(me);
  }

  @Patch(":id")
  @Access("admin")
  @Answers(Member, "Change a member's role")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: MemberPatch }) patch: MemberPatch,
  ) {
    return this.members.changeRole(me, id, patch.role);
  }
}
