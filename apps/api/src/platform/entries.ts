import { Injectable } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { Auth, renewedAfter } from "./auth.js";
import {
  type BySession,
  type ByToken,
  bySessions,
  byTokens,
  SessionRows,
  TokenRows,
} from "./entries.queries.js";
import { Prepared } from "./prepared.js";
import { digest } from "./secret.js";
import { Together } from "./together.js";

/** So many cookies are known at once. */
const most = 5_000;

/**
 * Who somebody is, from a session's cookie or a token: what the library has made out of a cookie once, the token of a
 * session, is remembered; whether that session stands, of whom and in which role is read for every request.
 */
@Injectable()
export class Entries {
  private readonly tokens = new Map<string, string>();
  private readonly sessions = new Together(
    (asked: readonly { token: string; slug: string | null }[]) =>
      this.prepared.rows(SessionRows, bySessions(asked)),
  );
  private readonly keys = new Together((hashes: readonly string[]) =>
    this.prepared.rows(TokenRows, byTokens(hashes)),
  );

  constructor(
    private readonly auth: Auth,
    private readonly prepared: Prepared,
  ) {}

  async bySession(request: FastifyRequest, slug: string | null): Promise<BySession | null> {
    const { cookie } = request.headers;
    const token = cookie && (this.tokens.get(cookie) ?? (await this.learn(request, cookie)));
    if (!token) return null;
    const entry = await this.sessions.of({ token, slug });
    if (entry.sessionId === null) {
      this.tokens.delete(cookie);
      return null;
    }
    // The library lengthens its life.
    if (entry.expiresAt.getTime() - Date.now() < renewedAfter) await this.auth.sessionOf(request);
    return entry;
  }

  async byToken(token: string): Promise<ByToken | null> {
    const entry = await this.keys.of(digest(token));
    return entry.id === null ? null : entry;
  }

  private async learn(request: FastifyRequest, cookie: string): Promise<string | null> {
    const standing = await this.auth.sessionOf(request);
    if (!standing) return null;
    if (this.tokens.size >= most) this.tokens.clear();
    this.tokens.set(cookie, standing.session.token);
    return standing.session.token;
  }
}
