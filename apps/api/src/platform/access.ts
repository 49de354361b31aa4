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
import { Auth } from "./auth.js";
import { isSafe, refuseForeignOrigin } from "./foreign-origin.js";
import { Prisma } from "./prisma.js";
import { digest } from "./secret.js";
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
    private readonly auth: Auth,
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
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    if (bearer !== undefined) {
      const bySession = this.reflector.get<true | undefined>(BY_SESSION, context.getHandler());
      return this.enterByToken(request, bearer, bySession ? "session" : door);
    }
    refuseForeignOrigin(request);
    request.signedIn = await this.userOf(request);
    if (door === "anyone") return true;
    if (!request.signedIn) throw new Problem("unauthenticated", "Sign in, or send a token.");
    if (door === "signed-in") return true;
    const inQuery = this.reflector.get<true | undefined>(TEAM_IN_QUERY, context.getHandler());
    const { team } = request.query as { team?: unknown };
    const asked = request.headers["x-highwater-team"] ?? (inQuery ? team : undefined);
    request.actor = await this.memberOf(request.signedIn.id, asked);
    return admit(request.actor, door);
  }

  private async userOf(request: FastifyRequest): Promise<SignedInUser | null> {
    const standing = await this.auth.sessionOf(request);
    if (!standing) return null;
    await this.sessions.touch(standing.session);
    const { id, name, email } = standing.user;
    return { id, name, email, sessionId: standing.session.id };
  }

  private async enterByToken(request: FastifyRequest, bearer: string, door: Door | "session") {
    const token = await this.prisma.apiToken.findUnique({
      where: { tokenHash: digest(bearer) },
      include: { member: { include: { user: true } }, team: { select: { slug: true } } },
    });
    if (!token || token.expiresAt < new Date() || !token.member.user)
      throw new Problem("unauthenticated", "This token is unknown or has expired.");
    insistOnStanding(token.member);
    if (door === "session")
      throw new Problem("forbidden", "Sign in for this: a token has no say over the account.", {
        code: "team.session_needed",
      });
    if (token.readOnly && !isSafe(request))
      throw new Problem("forbidden", "This token may only read.");
    const asked = request.headers["x-highwater-team"];
    if (asked !== undefined && asked !== token.team.slug) throw noTeam();
    await this.touch(token);
    const { id, name, email } = token.member.user;
    request.signedIn = { id, name, email, sessionId: null };
    request.actor = {
      userId: token.member.userId,
      memberId: token.memberId,
      teamId: token.teamId,
      role: token.member.role,
    };
    return door === "anyone" || door === "signed-in" || admit(request.actor, door);
  }

  /** Whether whoever was let in may stay: asked of streams, which stay open long. */
  async stillIn(request: FastifyRequest, { memberId, teamId, userId }: Actor): Promise<boolean> {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    const standing = bearer
      ? await this.prisma.apiToken.findUnique({
          where: { tokenHash: digest(bearer), expiresAt: { gt: new Date() } },
        })
      : await this.auth.sessionOf(request);
    if (!standing) return false;
    return (
      (await this.prisma.member.count({
        where: { teamId, id: memberId, userId, suspendedAt: null },
      })) === 1
    );
  }

  /** Last use is kept to the minute, so that reading doesn't write each time. */
  private async touch(token: { teamId: string; id: string; lastUsedAt: Date | null }) {
    if (token.lastUsedAt && Date.now() - token.lastUsedAt.getTime() < 60_000) return;
    await this.prisma.apiToken.updateMany({
      where: { teamId: token.teamId, id: token.id },
      data: { lastUsedAt: new Date() },
    });
  }

  /** The team of the header; a member of exactly one may leave it out. */
  private async memberOf(userId: string, slug: unknown): Promise<Actor> {
    const memberships = await this.prisma.member.findMany({
      where: { userId, ...(slug === undefined ? {} : { team: { slug: String(slug) } }) },
      take: 2,
    });
    const [member, another] = memberships;
    if (another)
      throw new Problem("malformed", "You belong to several teams: name one in X-Highwater-Team.", {
        code: "team.which",
      });
    if (!member) throw noTeam();
    insistOnStanding(member);
    return { userId, memberId: member.id, teamId: member.teamId, role: member.role };
  }
}

function insistOnStanding(member: { suspendedAt: Date | null }) {
  if (member.suspendedAt !== null)
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
