import { ProblemBody } from "@highwater/shared/kernel/contract";
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  HttpCode,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { ApiHeader, ApiOperation, ApiResponse } from "@nestjs/swagger";
import type { FastifyReply } from "fastify";
import { map } from "rxjs";
import { z } from "zod";
import { Served } from "./served.js";

const ANSWER = "highwater:answer";

const refusal = {
  status: "default",
  description: "A refusal: application/problem+json",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
} as const;

/**
 * What a route answers: documented, validated, and stripped of everything undeclared.
 * `null` is an answer without a body.
 */
export function Answers(schema: z.ZodType | null, summary: string, status = schema ? 200 : 204) {
  return applyDecorators(
    SetMetadata(ANSWER, schema),
    HttpCode(status),
    ApiOperation({ summary }),
    ApiResponse({
      status,
      description: summary,
      ...(schema ? { standardSchema: schema as never } : {}),
    }),
    ApiResponse(refusal),
  );
}

/** A route that answers a file of this type, streamed. */
export const HandsOver = (type: string, summary: string) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: summary,
      content: { [type]: { schema: { type: "string", format: "binary" } } },
    }),
    ApiResponse(refusal),
  );

/** An edit: it must name, in If-Match, the ETag of what it starts from. */
export const Edits = (required = true) =>
  ApiHeader({
    name: "If-Match",
    required,
    description:
      "The ETag of the representation that is edited. 428 without it, 412 when it is stale.",
  });

export const problemSchema = z.toJSONSchema(ProblemBody, { target: "openapi-3.0" });

/** An answer that breaks its contract is a bug of ours: 500, and it is logged whole. Bytes were held against it before. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const schema = this.reflector.get<z.ZodType | null | undefined>(ANSWER, context.getHandler());
    if (!schema) return next.handle();
    return next.handle().pipe(
      map((value: unknown) => {
        if (!(value instanceof Served)) return schema.parse(value);
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        void reply.header("content-type", "application/json; charset=utf-8");
        void reply.header("etag", value.etag);
        return value.bytes;
      }),
    );
  }
}
