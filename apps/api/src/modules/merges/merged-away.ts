import { Problem } from "@highwater/shared/kernel/problem";
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { Db } from "../../platform/db.js";
import { Prepared } from "../../platform/prepared.js";
import { Together } from "../../platform/together.js";
import { Into, steps, whereTo } from "./where-to.js";

const address = /^\/api\/v1\/candidates\/([0-9a-f]{8}-[0-9a-f-]{27})(\/[a-z/]*)?/i;

/** Every address of a candidate that was merged away says where it went. */
@Injectable()
export class MergedAwayInterceptor implements NestInterceptor {
  private readonly merged = new Together((asked: readonly { teamId: string; id: string }[]) =>
    this.prepared.rows(Into, steps(asked)),
  );

  constructor(
    private readonly db: Db,
    private readonly prepared: Prepared,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const { url, actor } = context.switchToHttp().getRequest<FastifyRequest>();
    const [, id, rest] = address.exec(url) ?? [];
    // A retried merge gets its first answer; a second one is refused by its own service.
    if (!actor || !id || rest === "/merge") return next.handle();
    const { intoId: step } = await this.merged.of({ teamId: actor.teamId, id });
    if (step !== null) {
      const intoId = (await this.db.read(actor, (db) => whereTo(db, step))) ?? step;
      throw new Problem("gone", "It was merged into another candidate: see current.intoId.", {
        code: "merges.merged_away",
        current: { intoId },
      });
    }
    return next.handle();
  }
}
