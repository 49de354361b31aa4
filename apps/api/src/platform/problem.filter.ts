import type { ProblemBody } from "@highwater/shared/kernel/contract";
import { Problem, type ProblemKind, problemStatus } from "@highwater/shared/kernel/problem";
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
} from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Log } from "./log.js";

const titles: Record<ProblemKind, string> = {
  invalid: "The input is not valid",
  malformed: "The request can't be read",
  unauthenticated: "Sign in first",
  forbidden: "Not allowed",
  missing: "Not found",
  conflict: "It conflicts with the current state",
  gone: "It is elsewhere now",
  stale: "It was changed meanwhile",
  too_large: "Too large",
  unsupported: "Unsupported media type",
  precondition_required: "If-Match is missing",
  too_many: "Too many requests",
  internal: "Something broke on our side",
  unavailable: "The database can't be reached",
};

const kindOf = (status: number): ProblemKind =>
  (Object.keys(problemStatus) as ProblemKind[]).find((kind) => problemStatus[kind] === status) ??
  (status >= 500 ? "internal" : "malformed");

/** What Prisma, pg and the system say of a lost connection, a full pool and a server that is stopping. */
const unreachable =
  /P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[123]|timeout exceeded|read timeout|Connection terminated/;

/** What the database refused, said as a refusal of ours; undefined if it is a bug. */
function fromDatabase(error: unknown): Problem | undefined {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (code === "P2025") return new Problem("missing", "There is no such thing.");
  if (code === "P2002") return new Problem("conflict", "It exists already.");
  if (code === "P2003") return new Problem("missing", "It names something that does not exist.");
  if (unreachable.test(`${code} ${message}`))
    return new Problem("unavailable", "The database can't be reached. Try again in a moment.");
  return undefined;
}

export const nowhere = () => new Problem("missing", "There is nothing at this address.");

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // The framework's own words for an unknown address repeat its query, which may hold a secret.
  if (error instanceof HttpException && error.getStatus() === 404) return nowhere();
  if (error instanceof HttpException && error.getStatus() === 413)
    return new Problem("too_large", "Send at most 1 MiB at once; import longer lists as a file.");
  if (error instanceof HttpException) return new Problem(kindOf(error.getStatus()), error.message);
  if (error instanceof Error && "statusCode" in error && Number(error.statusCode) < 500)
    return new Problem(kindOf(Number(error.statusCode)), error.message);
  return (
    fromDatabase(error) ??
    new Problem("internal", "Something broke on our side. It has been logged.")
  );
}

function problemBody(problem: Problem, instance: string): ProblemBody {
  return {
    type: `urn:highwater:problem:${problem.code}`,
    title: titles[problem.kind],
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    instance,
    ...(problem.errors ? { errors: problem.errors } : {}),
    ...(problem.current === undefined ? {} : { current: problem.current }),
  };
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  // Of a body that is too large the rest is not read: its connection is of no more use.
  if (problem.status === 413) void reply.header("connection", "close");
  if (problem.status === 503) void reply.header("retry-after", "2");
  return reply
    .status(problem.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .send(JSON.stringify(problemBody(problem, request.url.split("?")[0] ?? "")));
}

/** The one place where a refusal becomes an answer. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost) {
    const http = host.switchToHttp();
    const problem = toProblem(error);
    const request = http.getRequest<FastifyRequest>();
    if (problem.status >= 500)
      this.log.pino.error({ err: error, id: request.id }, "request failed");
    return sendProblem(request, http.getResponse<FastifyReply>(), problem);
  }
}
