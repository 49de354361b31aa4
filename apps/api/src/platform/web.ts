import { join } from "node:path";
import serveStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { nowhere, sendProblem } from "./problem.filter.js";

/** The built web: hashed files for ever, the page itself asked for anew. Every other path is a view of it. */
export async function serveWeb(fastify: FastifyInstance, root: string) {
  await fastify.register(serveStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = path.startsWith(join(root, "assets"));
      void reply.header(
        "cache-control",
        hashed ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  fastify.get("/*", (request, reply) => {
    if (/^\/(api|health|metrics|assets)(\/|$)/.test(request.url))
      return sendProblem(request, reply, nowhere());
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
