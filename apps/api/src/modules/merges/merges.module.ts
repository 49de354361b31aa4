import { Module } from "@nestjs/common";
import { APP_INTERCEPTOR } from "@nestjs/core";
import { CandidatesModule } from "../candidates/candidates.module.js";
import { ReviewsModule } from "../reviews/reviews.module.js";
import { MergedAwayInterceptor } from "./merged-away.js";
import { MergesController } from "./merges.controller.js";
import { MergesService } from "./merges.service.js";

@Module({
  imports: [CandidatesModule, ReviewsModule],
  controllers: [MergesController],
  providers: [MergesService, { provide: APP_INTERCEPTOR, useClass: MergedAwayInterceptor }],
})
export class MergesModule {}
