import { type DynamicModule, Global, Module } from "@nestjs/common";
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from "@nestjs/core";
import { AccessGuard } from "./access.js";
import { AnswerInterceptor } from "./answers.js";
import { Auth } from "./auth.js";
import { Config } from "./config.js";
import { Copy } from "./copy.js";
import { Db } from "./db.js";
import { DeclaredAccess } from "./declared-access.js";
import { Directory } from "./directory.js";
import { Entries } from "./entries.js";
import { Files } from "./files.js";
import { HealthController } from "./health.controller.js";
import { IdempotencyInterceptor } from "./idempotency.js";
import { JobLocks } from "./job-locks.js";
import { Jobs } from "./jobs.js";
import { Journal } from "./journal.js";
import { LiveController } from "./live.controller.js";
import { Live } from "./live.js";
import { Listening } from "./live.listening.js";
import { Log } from "./log.js";
import { Mail } from "./mail.js";
import { Prepared } from "./prepared.js";
import { Prisma } from "./prisma.js";
import { ProblemFilter } from "./problem.filter.js";
import { Secret } from "./secret.js";
import { Sessions } from "./sessions.js";
import { ShapePipe } from "./shape.pipe.js";
import { Sweep } from "./sweep.js";

@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, LiveController],
      providers: [
        { provide: Config, useValue: config },
        Auth,
        Copy,
        Db,
        DeclaredAccess,
        Directory,
        Entries,
        Files,
        JobLocks,
        Jobs,
        Journal,
        Listening,
        Live,
        Log,
        Mail,
        Prepared,
        Prisma,
        Secret,
        Sweep,
        Sessions,
        AccessGuard,
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [
        Auth,
        Config,
        Copy,
        Db,
        Directory,
        Files,
        Jobs,
        Journal,
        Live,
        Log,
        Mail,
        Prepared,
        Prisma,
        Secret,
        Sessions,
      ],
    };
  }
}
