import { Problem } from "@highwater/shared/kernel/problem";
import type { Actor, Role } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from "@nestjs/swagger";
import type { FastifyRequest } from "fastify";
import { Entries } from "./entries.js";
import type { BySession as SessionEntry } from "./entries.queries.js";
import { isSafe, refuseForeignOrigin } from "./foreign-origin.js";
import { Prisma } from "./prisma.js";
import { Sessions } from "./sessions.js";

export const ACCESS = "highwater:access";
export type Door = "anyone" | "signed-in" | Role;

const entered = (door: Door) =>
  applyDecorators(
    SetMetadata(ACCESS, door),
    ApiExtension("x-access", door),
    ApiCookieAuth("session"),
    ApiBearerAuth("token"),
  );

/** A member of the team in this role or a higher one. */
export const Access = (role: Role) => entered(role);
/** Anyone with a session, in whatever team. */
export const SignedIn = () => entered("signed-in");
/** Anyone at all. */
export const Open = () => SetMetadata(ACCESS, "anyone" satisfies Door);

export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  /** Null for a token, which is no session. */
  sessionId: string | null;
}

declare module "fastify" {
  interface FastifyRequest {
    actor?: Actor;
    signedIn?: SignedInUser | null;
    /** The team's pulse when its member was let in. */
    pulse?: string;
  }
}

const requestOf = (context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>();

const TEAM_IN_QUERY = "highwater:team-in-query";
/** A route whose callers can't send headers: `?team=` names the team. */
export const TeamInQuery = () => SetMetadata(TEAM_IN_QUERY, true);

const BY_SESSION = "highwater:by-session";
/** A route of one's account, over which a token, which is bound to one team, has no say. */
export const BySession = () => SetMetadata(BY_SESSION, true);

/** The member who acts; only on routes with `@Access`. */
export const Me = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).actor,
);
/** The team's pulse at the door, on routes with `@Access`; of no use to whoever writes before reading. */
export const Pulse = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).pulse,
);
/** The user who is signed in, or null; on routes with `@SignedIn` or `@Open`. */
export const User = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).signedIn ?? null,
);
/** The If-Match header, if there is one. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).headers["if-match"],
);

/** Session or token → actor; refused by default. Roles are read from the database on each request. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly entries: Entries,
    private readonly prisma: Prisma,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const door = this.reflector.getAllAndOverride<Door | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (door === undefined) throw new Error("A route that declares no access was reached.");
    const request = requestOf(context);
    const bearer = bearerOf(request);
    if (bearer !== undefined) {
      const bySession = this.reflector.get<true | undefined>(BY_SESSION, context.getHandler());
      return this.enterByToken(request, bearer, bySession ? "session" : door);
    }
    refuseForeignOrigin(request);
    const inQuery = this.reflector.get<true | undefined>(TEAM_IN_QUERY, context.getHandler());
    const { team } = request.query as { team?: unknown };
    const asked = request.headers["x-highwater-team"] ?? (inQuery ? team : undefined);
    const entry = await this.entries.bySession(request, asked === undefined ? null : String(asked));
    request.signedIn = entry && (await this.userOf(entry));
    if (door === "anyone") return true;
    if (!entry) throw new Problem("unauthenticated", "Sign in, or send a token.");
    if (door === "signed-in") return true;
    request.actor = actorOf(entry);
    request.pulse = entry.memberships[0]?.pulse ?? "";
    return admit(request.actor, door);
  }

  private async userOf(entry: SessionEntry): Promise<SignedInUser> {
    const { sessionId, userId: id, name, email } = entry;
    await this.sessions.touch({ id: sessionId, updatedAt: entry.updatedAt });
    return { id, name, email, sessionId };
  }

  private async enterByToken(request: FastifyRequest, bearer: string, door: Door | "session") {
    const token = await this.entries.byToken(bearer);
    if (!token) throw new Problem("unauthenticated", "This token is unknown or has expired.");
    insistOnStanding(token);
    if (door === "session")
      throw new Problem("forbidden", "Sign in for this: a token has no say over the account.", {
        code: "team.session_needed",
      });
    if (token.readOnly && !isSafe(request))
      throw new Problem("forbidden", "This token may only read.");
    const asked = request.headers["x-highwater-team"];
    if (asked !== undefined && asked !== token.slug) throw noTeam();
    if (!token.usedLately) await this.touch(token);
    const { userId, memberId, teamId, role, name, email } = token;
    request.signedIn = { id: userId, name, email, sessionId: null };
    request.actor = { userId, memberId, teamId, role };
    request.pulse = token.pulse;
    return door === "anyone" || door === "signed-in" || admit(request.actor, door);
  }

  /** Whether whoever was let in may stay: asked of streams, which stay open long. */
  async stillIn(request: FastifyRequest, { memberId, teamId, userId }: Actor): Promise<boolean> {
    const bearer = bearerOf(request);
    const standing = bearer
      ? await this.entries.byToken(bearer)
      : await this.entries.bySession(request, null);
    if (!standing) return false;
    return (
      (await this.prisma.member.count({
        where: { teamId, id: memberId, userId, suspendedAt: null },
      })) === 1
    );
  }

  /** Last use is kept to the minute, so that reading doesn't write each time. */
  private async touch(token: { teamId: string; id: string }) {
    await this.prisma.apiToken.updateMany({
      where: { teamId: token.teamId, id: token.id },
      data: { lastUsedAt: new Date() },
    });
  }
}

const bearerOf = (request: FastifyRequest) =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];

/** The team that was asked for; a member of exactly one may leave it out. */
function actorOf({ userId, memberships: [member, another] }: SessionEntry): Actor {
  if (another)
    throw new Problem("malformed", "You belong to several teams: name one in X-Highwater-Team.", {
      code: "team.which",
    });
  if (!member) throw noTeam();
  insistOnStanding(member);
  return { userId, memberId: member.memberId, teamId: member.teamId, role: member.role };
}

function insistOnStanding(member: { suspended: boolean }) {
  if (member.suspended)
    throw new Problem("forbidden", "You are suspended in this team. Ask an owner or admin.", {
      code: "team.suspended",
    });
}

const noTeam = () =>
  new Problem("missing", "There is no such team, or you don't belong to it.", {
    code: "team.missing",
  });

function admit(actor: Actor, role: Role): true {
  if (atLeast(actor.role, role)) return true;
  throw new Problem("forbidden", `This needs the role ${role} or a higher one.`, {
    code: `team.needs_${role}`,
  });
}
