import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import helmet from "@fastify/helmet";
import { Problem } from "@highwater/shared/kernel/problem";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { etagOf, tagMatches } from "./etag.js";
import type { Log } from "./log.js";
import { sendProblem } from "./problem.filter.js";
import { binary } from "./streams.js";

/** One JSON line a request: no query strings, since links carry secrets, and no bodies. */
export function logRequests(fastify: FastifyInstance, log: Log) {
  fastify.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id);
  });
  fastify.addHook("onResponse", async (request, reply) => {
    log.pino.info({
      id: request.id,
      method: request.method,
      path: request.url.split("?")[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      member: request.actor?.memberId,
    });
  });
}

export const newRequestId = () => randomUUID();

/** The API reads JSON, and bytes where it takes files: a form of another site can't send that unasked. */
export function readJsonOnly(fastify: FastifyInstance) {
  fastify.addHook("onRequest", async (request, reply) => {
    const kind = request.headers["content-type"];
    const wanted = request.routeOptions.config.streams ? binary : "application/json";
    if (kind === undefined || kind.split(";")[0]?.trim().toLowerCase() === wanted) return;
    return sendProblem(request, reply, new Problem("unsupported", `Send ${wanted}.`));
  });
}

/** An address that can't be decoded never reaches a route. */
export function refuseBrokenAddress(error: Error, request: FastifyRequest, reply: FastifyReply) {
  void sendProblem(request, reply, new Problem("malformed", error.message.split("?")[0] ?? ""));
}

const unread = {
  HPE_HEADER_OVERFLOW: [
    431,
    "Too large",
    "The address and the headers are too long: 16 KiB at most.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Too slow", "The request did not come in time."],
} as const satisfies Record<string, readonly [number, string, string]>;

const unreadable = [400, "Malformed request", "This is no HTTP request that can be read."] as const;

/** What can't even be read as a request is refused in words too, and its connection ends. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket) {
  if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
  const [status, title, detail] = unread[error.code as keyof typeof unread] ?? unreadable;
  const code = status === 431 ? "too_large" : "malformed";
  const type = `urn:highwater:problem:${code}`;
  const body = JSON.stringify({ type, title, status, detail, code, instance: "/" });
  return socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** Answers of the API are private, never stored, and carry the hash of their bytes. */
export function tagAnswers(fastify: FastifyInstance) {
  fastify.addHook("onSend", async (request, reply, payload) => {
    if (!request.url.startsWith("/api/")) return payload;
    if (!reply.hasHeader("cache-control")) void reply.header("cache-control", "private, no-cache");
    if (reply.statusCode >= 300) return payload;
    if (typeof payload === "string") void reply.header("etag", etagOf(payload));
    const etag = reply.getHeader("etag");
    if (typeof etag !== "string") return payload;
    const known = request.headers["if-none-match"];
    if (request.method !== "GET" || known === undefined || !tagMatches(known, etag)) return payload;
    void reply.code(304).removeHeader("content-length");
    return "";
  });
}

export async function protectBrowsers(fastify: FastifyInstance, secure: boolean) {
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Component styles set custom properties in style attributes and <style> elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  });
}
