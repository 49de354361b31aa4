import { Agreements, Leniencies } from "@highwater/shared/calibration/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Controller, Get } from "@nestjs/common";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { CalibrationService } from "./calibration.service.js";

@Controller("api/v1/calibration")
export class CalibrationController {
  constructor(private readonly calibration: CalibrationService) {}

  @Get("leniency")
  @Access("viewer")
  @Answers(Leniencies, "The ranking raw and with leniency taken off; one's own leniency")
  leniency(@Me() me: Actor) {
    return this.calibration.leniency(me);
  }

  @Get("agreement")
  @Access("viewer")
  @Answers(Agreements, "Krippendorff's α of each criterion, over revealed reviews")
  agreement(@Me() me: Actor) {
    return this.calibration.agreement(me);
  }
}
