import { Rubric, RubricList } from "@highwater/shared/rubrics/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { RubricsService } from "./rubrics.service.js";

@Controller("api/v1/rubrics")
export class RubricsController {
  constructor(private readonly rubrics: RubricsService) {}

  @Get()
  @Access("viewer")
  @Answers(RubricList, "The rubric's versions, newest first")
  list(@Me() me: Actor) {
    return this.rubrics.list(me);
  }

  @Get("active")
  @Access("viewer")
  @Answers(Rubric, "The rubric in force")
  active(@Me() me: Actor) {
    return this.rubrics.active(me);
  }
}
