import { Module } from "@nestjs/common";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { RubricsModule } from "../rubrics/rubrics.module.js";
import { TideModule } from "../tide/tide.module.js";
import { InvitationsController } from "./invitations.controller.js";
import { InvitationsService } from "./invitations.service.js";
import { MembersController } from "./members.controller.js";
import { MembersService } from "./members.service.js";
import { SessionsController } from "./sessions.controller.js";
import { StandingService } from "./standing.service.js";
import { TeamsController } from "./teams.controller.js";
import { TeamsService } from "./teams.service.js";
import { TokensController } from "./tokens.controller.js";
import { TokensService } from "./tokens.service.js";

@Module({
  imports: [ReviewsModule, RubricsModule, TideModule],
  controllers: [
    InvitationsController,
    MembersController,
    SessionsController,
    TeamsController,
    TokensController,
  ],
  providers: [InvitationsService, MembersService, StandingService, TeamsService, TokensService],
  exports: [MembersService, TeamsService, TokensService],
})
export class TeamModule {}
