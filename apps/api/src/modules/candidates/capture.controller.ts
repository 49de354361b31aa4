import {
  Captured,
  CaptureInput,
  CaptureText,
  Entered,
} from "@highwater/shared/candidates/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Body, Controller, Post } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { Creates } from "../../platform/idempotency.js";
import { CaptureService } from "./capture.service.js";

@Controller("api/v1/candidates")
export class CaptureController {
  constructor(private readonly capture: CaptureService) {}

  @Post("parse")
  @Access("reviewer")
  @Answers(Captured, "Read pasted text as candidates, with their likely duplicates; enters none")
  parse(@Me() me: Actor, @Body({ schema: CaptureText }) { text }: CaptureText) {
    return this.capture.parse(me, text);
  }

  @Post("capture")
  @Access("reviewer")
  @Creates()
  @Answers(Entered, "Enter many candidates in one act, or none", 201)
  enter(@Me() me: Actor, @Body({ schema: CaptureInput }) { candidates }: CaptureInput) {
    return this.capture.enter(me, candidates);
  }
}
