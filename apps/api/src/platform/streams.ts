import type { Readable } from "node:stream";
import { applyDecorators, createParamDecorator, type ExecutionContext } from "@nestjs/common";
import { RouteConfig } from "@nestjs/platform-fastify";
import { ApiBody, ApiConsumes } from "@nestjs/swagger";
import type { FastifyInstance, FastifyRequest } from "fastify";

export const binary = "application/octet-stream";

declare module "fastify" {
  interface FastifyContextConfig {
    streams?: boolean;
  }
}

/** A route that takes a file as it is: its bytes are the body. */
export const Streams = () =>
  applyDecorators(
    RouteConfig({ streams: true }),
    ApiConsumes(binary),
    ApiBody({ schema: { type: "string", format: "binary" } }),
  );

export interface Sending {
  stream: Readable;
  /** What the sender announced, in bytes. */
  length: number | undefined;
}

/** The body of a `@Streams` route, not read yet. */
export const Sent = createParamDecorator((_: unknown, context: ExecutionContext): Sending => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const length = request.headers["content-length"];
  return {
    stream: (request.body as Readable | undefined) ?? request.raw,
    length: length === undefined ? undefined : Number(length),
  };
});

/** Other routes refuse these bodies before they are looked at. */
export function passStreams(fastify: FastifyInstance) {
  fastify.addContentTypeParser(binary, (_request, payload, done) => done(null, payload));
}
