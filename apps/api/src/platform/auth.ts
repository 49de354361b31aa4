import { randomUUID } from "node:crypto";
import { invalid, Problem, type ProblemKind } from "@highwater/shared/kernel/problem";
import type { PasswordInput } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Config } from "./config.js";
import { refuseForeignOrigin } from "./foreign-origin.js";
import { Live } from "./live.js";
import { Prisma } from "./prisma.js";
import { sendProblem } from "./problem.filter.js";
import { Secret } from "./secret.js";

const day = 60 * 60 * 24;
const life = { expiresIn: 14 * day, updateAge: day };
/** A session with less left than this, in milliseconds, is lengthened when it is next asked for. */
export const renewedAfter = 1000 * (life.expiresIn - life.updateAge);

const clientAddress = "x-highwater-client";

function build(config: Config, prisma: Prisma, secret: string) {
  return betterAuth({
    appName: "Highwater",
    baseURL: config.origin,
    secret,
    database: prismaAdapter(prisma, { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 256,
    },
    session: life,
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: {
        "/sign-in/email": { window: 60, max: 30 },
        "/change-password": { window: 60, max: 10 },
      },
    },
    telemetry: { enabled: false },
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    advanced: {
      // The library would put its own prefix before ours.
      useSecureCookies: false,
      // Ours stands at every door (foreign-origin.ts), and lets scripts in, which name no origin.
      disableCSRFCheck: true,
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [clientAddress] },
      cookies: {
        session_token: {
          name: config.secure ? "__Host-highwater" : "highwater",
          attributes: { path: "/", httpOnly: true, sameSite: "lax", secure: config.secure },
        },
      },
    },
  });
}

const kinds: Record<number, ProblemKind> = {
  400: "malformed",
  401: "unauthenticated",
  403: "forbidden",
  404: "missing",
  422: "invalid",
  429: "too_many",
};

/** What the library answers at its own addresses. Whatever else it can do has no door of its own. */
const doors = [
  ["POST", "/api/auth/sign-in/email"],
  ["POST", "/api/auth/sign-out"],
  ["GET", "/api/auth/get-session"],
] as const;

/** Sessions and passwords, by a library; who belongs to which team is ours. */
@Injectable()
export class Auth {
  private built: Promise<ReturnType<typeof build>> | undefined;

  constructor(
    private readonly config: Config,
    private readonly prisma: Prisma,
    private readonly secret: Secret,
    private readonly live: Live,
  ) {}

  private get library() {
    this.built ??= this.secret.get().then((secret) => build(this.config, this.prisma, secret));
    return this.built;
  }

  /** The session of the request's cookie, with its user. */
  async sessionOf(request: FastifyRequest) {
    if (!request.headers.cookie) return null;
    const { api } = await this.library;
    return api.getSession({ headers: headersOf(request) });
  }

  async hash(password: string): Promise<string> {
    return (await (await this.library).$context).password.hash(password);
  }

  /** All sessions of the user end, and one begins anew: its cookies are returned. */
  async changePassword(request: FastifyRequest, input: PasswordInput): Promise<string[]> {
    const answer = await this.ask(request, "POST", "/api/auth/change-password", {
      currentPassword: input.current,
      newPassword: input.new,
      revokeOtherSessions: true,
    });
    if (answer.status < 400) return answer.headers.getSetCookie();
    const problem = refusal(answer.status, await answer.text());
    throw problem.code === "auth.invalid_password"
      ? invalid("#/current", "team.password_wrong", "This is not your current password.")
      : problem;
  }

  /** With refusals in the words of the rest of the API. */
  mount(fastify: FastifyInstance) {
    for (const [method, url] of doors)
      fastify.route({ method, url, handler: (request, reply) => this.answer(request, reply) });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply) {
    refuseForeignOrigin(request);
    const leaving = request.url.startsWith("/api/auth/sign-out")
      ? await this.sessionOf(request)
      : null;
    const answer = await this.ask(request, request.method, request.url, request.body);
    if (leaving) this.live.recheck(leaving.user.id);
    for (const cookie of answer.headers.getSetCookie()) void reply.header("set-cookie", cookie);
    const text = await answer.text();
    if (answer.status >= 400) {
      const retry = answer.headers.get("x-retry-after");
      if (retry) void reply.header("retry-after", retry);
      return sendProblem(request, reply, refusal(answer.status, text));
    }
    return reply
      .status(answer.status)
      .type("application/json")
      .send(text === "" ? "null" : text);
  }

  private async ask(request: FastifyRequest, method: string, path: string, body: unknown) {
    const address = new URL(path, `${request.protocol}://${request.host}`);
    return (await this.library).handler(
      new Request(address, {
        method,
        headers: headersOf(request),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  }
}

function refusal(status: number, text: string): Problem {
  const said = /"message":"([^"]*)"/.exec(text)?.[1];
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1]?.toLowerCase();
  const kind = kinds[status] ?? (status >= 500 ? "internal" : "malformed");
  return new Problem(
    kind,
    said || "The request was refused.",
    code ? { code: `auth.${code}` } : {},
  );
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== "content-length") headers.set(name, String(value));
  headers.set(clientAddress, request.ip);
  return headers;
}
