import { Id } from "@highwater/shared/kernel/contract";
import {
  AcceptInvitationInput,
  type Actor,
  CreatedInvitation,
  Invitation,
  InvitationInput,
  InvitationPreview,
  Membership,
} from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Post, Query } from "@nestjs/common";
import { z } from "zod";
import { Access, Me, Open, type SignedInUser, User } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { InvitationsService } from "./invitations.service.js";

const Invitations = z.object({ items: z.array(Invitation) }).meta({ id: "Invitations" });
const PreviewQuery = AcceptInvitationInput.pick({ token: true });

@Controller("api/v1/invitations")
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @Access("admin")
  @Answers(Invitations, "Invitations that can still be accepted")
  list(@Me() me: Actor) {
    return this.invitations.list(me);
  }

  @Post()
  @Access("admin")
  @Answers(CreatedInvitation, "Invite by a link, which is shown once", 201)
  invite(@Me() me: Actor, @Body({ schema: InvitationInput }) input: InvitationInput) {
    return this.invitations.invite(me, input);
  }

  @Delete(":id")
  @Access("admin")
  @Answers(null, "Withdraw an invitation")
  async withdraw(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    await this.invitations.withdraw(me, id);
  }

  @Get("preview")
  @Open()
  @Answers(InvitationPreview, "What an invitation link leads to")
  preview(@Query({ schema: PreviewQuery }) query: z.output<typeof PreviewQuery>) {
    return this.invitations.preview(query.token);
  }

  @Post("accept")
  @Open()
  @Answers(Membership, "Accept an invitation, with a new account or the one signed in", 201)
  accept(
    @User() user: SignedInUser | null,
    @Body({ schema: AcceptInvitationInput }) input: AcceptInvitationInput,
  ) {
    return this.invitations.accept(user, input);
  }
}
