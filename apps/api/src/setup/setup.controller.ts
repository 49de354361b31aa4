import { SetupInput, SetupStatus, Team } from "@highwater/shared/team/contract";
import { Body, Controller, Get, Post } from "@nestjs/common";
import { Open } from "../platform/access.js";
import { Answers } from "../platform/answers.js";
import { SetupService } from "./setup.service.js";

@Controller("api/v1/setup")
@Open()
export class SetupController {
  constructor(private readonly setup: SetupService) {}

  @Get()
  @Answers(SetupStatus, "Whether this deployment waits for its first user")
  async status() {
    return { needed: await this.setup.needed() };
  }

  @Post()
  @Answers(Team, "Set up the first owner and team, once, with the token of the printed link", 201)
  run(@Body({ schema: SetupInput }) input: SetupInput) {
    return this.setup.run(input);
  }
}
