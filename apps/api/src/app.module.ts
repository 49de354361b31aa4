import { type DynamicModule, Module } from "@nestjs/common";
import { ActivityModule } from "./modules/activity/activity.module.js";
import { AssignmentsModule } from "./modules/assignments/assignments.module.js";
import { CalibrationModule } from "./modules/calibration/calibration.module.js";
import { CandidatesModule } from "./modules/candidates/candidates.module.js";
import { ClaimsModule } from "./modules/claims/claims.module.js";
import { DiscussionModule } from "./modules/discussion/discussion.module.js";
import { EvidenceModule } from "./modules/evidence/evidence.module.js";
import { ExchangeModule } from "./modules/exchange/exchange.module.js";
import { FieldsModule } from "./modules/fields/fields.module.js";
import { MergesModule } from "./modules/merges/merges.module.js";
import { NotificationsModule } from "./modules/notifications/notifications.module.js";
import { PreferencesModule } from "./modules/preferences/preferences.module.js";
import { RankingModule } from "./modules/ranking/ranking.module.js";
import { ReviewsModule } from "./modules/reviews/reviews.module.js";
import { RoundsModule } from "./modules/rounds/rounds.module.js";
import { RubricsModule } from "./modules/rubrics/rubrics.module.js";
import { StagesModule } from "./modules/stages/stages.module.js";
import { TeamModule } from "./modules/team/team.module.js";
import { TideModule } from "./modules/tide/tide.module.js";
import { ViewsModule } from "./modules/views/views.module.js";
import type { Config } from "./platform/config.js";
import { PlatformModule } from "./platform/platform.module.js";
import { SetupModule } from "./setup/setup.module.js";

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config),
        ActivityModule,
        AssignmentsModule,
        CalibrationModule,
        CandidatesModule,
        ClaimsModule,
        DiscussionModule,
        EvidenceModule,
        ExchangeModule,
        FieldsModule,
        MergesModule,
        NotificationsModule,
        PreferencesModule,
        RankingModule,
        ReviewsModule,
        RoundsModule,
        RubricsModule,
        SetupModule,
        StagesModule,
        TeamModule,
        TideModule,
        ViewsModule,
      ],
    };
  }
}
