import { invalid, Problem } from "@highwater/shared/kernel/problem";
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { ApiHeader } from "@nestjs/swagger";
import type { FastifyRequest } from "fastify";
import { from, Observable, of, switchMap } from "rxjs";
import { Db } from "./db.js";
import { requestContext } from "./request-context.js";
import { digest } from "./secret.js";

const CREATES = "highwater:creates";
/** A POST that creates: a retry under the same Idempotency-Key gets the first answer again. */
export const Creates = () =>
  applyDecorators(
    SetMetadata(CREATES, true),
    ApiHeader({
      name: "Idempotency-Key",
      required: false,
      description:
        "Any text of 1 to 200 characters. A retry with the same key and body gets the first answer.",
    }),
  );

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Db,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers["idempotency-key"];
    const { actor } = request;
    if (key === undefined || !actor || !this.reflector.get(CREATES, context.getHandler()))
      return next.handle();
    if (typeof key !== "string" || key.length > 200 || key === "")
      throw invalid("#/Idempotency-Key", "too_big", "Use a key of 1 to 200 characters.");
    const retry = {
      key,
      route: `${request.method} ${request.url.split("?")[0]}`,
      bodyHash: digest(JSON.stringify(request.body ?? null)),
    };
    return from(this.answered(actor, retry)).pipe(
      switchMap((first) => {
        if (first !== undefined) return of(first);
        return new Observable((subscriber) =>
          requestContext.run({ retry }, () => next.handle().subscribe(subscriber)),
        );
      }),
    );
  }

  private async answered(
    actor: { teamId: string; memberId: string },
    retry: { key: string; route: string; bodyHash: string },
  ): Promise<unknown> {
    const first = await this.db.read(actor, (db) =>
      db.idempotencyKey.findFirst({ where: { memberId: actor.memberId, key: retry.key } }),
    );
    if (!first) return undefined;
    if (first.route !== retry.route || first.bodyHash !== retry.bodyHash)
      throw new Problem(
        "invalid",
        "This Idempotency-Key was used for another request. Take a new one.",
        {
          code: "idempotency.reused",
        },
      );
    return first.answer;
  }
}
