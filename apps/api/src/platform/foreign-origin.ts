import { Problem } from "@highwater/shared/kernel/problem";
import type { FastifyRequest } from "fastify";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

export const isSafe = ({ method }: FastifyRequest): boolean => safe.has(method);

/** A browser names where a request comes from: a page of another site may not act for the user. */
export function refuseForeignOrigin(request: FastifyRequest) {
  if (isSafe(request)) return;
  const { origin, "sec-fetch-site": site } = request.headers;
  const foreign = origin !== undefined && hostOf(origin) !== request.host;
  if (foreign || site === "cross-site")
    throw new Problem("forbidden", "This request comes from another site.", {
      code: "foreign_origin",
    });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
