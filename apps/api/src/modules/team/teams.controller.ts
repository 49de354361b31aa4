import { Id } from "@highwater/shared/kernel/contract";
import {
  type Actor,
  Me as MeAnswer,
  Team,
  TeamInput,
  TeamPatch,
} from "@highwater/shared/team/contract";
import { Body, Controller, Get, Param, Patch, Post } from "@nestjs/common";
import { Access, IfMatch, Me, SignedIn, type SignedInUser, User } from "../../platform/access.js";
import { Answers, Edits } from "../../platform/answers.js";
import { TeamsService } from "./teams.service.js";

@Controller("api/v1")
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get("me")
  @SignedIn()
  @Answers(MeAnswer, "Who is signed in, and the teams they belong to")
  me(@User() user: SignedInUser) {
    return this.teams.me(user);
  }

  @Get("teams")
  @SignedIn()
  @Answers(MeAnswer.shape.memberships, "The teams one belongs to")
  async list(@User() user: SignedInUser) {
    return (await this.teams.me(user)).memberships;
  }

  @Post("teams")
  @SignedIn()
  @Answers(Team, "Found another team and own it", 201)
  found(@User() user: SignedInUser, @Body({ schema: TeamInput }) input: TeamInput) {
    return this.teams.found({ id: user.id }, input.name);
  }

  @Get("teams/:id")
  @Access("viewer")
  @Answers(Team, "The team and its settings")
  one(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    return this.teams.one(me, id);
  }

  @Patch("teams/:id")
  @Access("admin")
  @Edits()
  @Answers(Team, "Change the team's settings")
  edit(
    @Me() me: Actor,
    @Param("id", { schema: Id }) id: string,
    @Body({ schema: TeamPatch }) patch: TeamPatch,
    @IfMatch() match: string | undefined,
  ) {
    return this.teams.edit(me, id, patch, match);
  }
}
