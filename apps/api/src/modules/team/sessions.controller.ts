import { Id } from "@highwater/shared/kernel/contract";
import { PasswordInput, Session } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Post, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { BySession, SignedIn, type SignedInUser, User } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { Auth } from "../../platform/auth.js";
import { Live } from "../../platform/live.js";
import { Sessions } from "../../platform/sessions.js";

const SessionList = z.object({ items: z.array(Session) }).meta({ id: "Sessions" });

/** One's own account, above the teams. */
@Controller("api/v1/me")
export class SessionsController {
  constructor(
    private readonly auth: Auth,
    private readonly live: Live,
    private readonly sessions: Sessions,
  ) {}

  @Get("sessions")
  @SignedIn()
  @BySession()
  @Answers(SessionList, "Where one is signed in, this session first")
  async list(@User() user: SignedInUser) {
    return { items: await this.sessions.list(user.id, user.sessionId) };
  }

  @Delete("sessions")
  @SignedIn()
  @BySession()
  @Answers(null, "Sign out everywhere else")
  async endOthers(@User() user: SignedInUser) {
    await this.sessions.endOthers(user.id, user.sessionId);
  }

  @Delete("sessions/:id")
  @SignedIn()
  @BySession()
  @Answers(null, "End a session")
  async end(@User() user: SignedInUser, @Param("id", { schema: Id }) id: string) {
    await this.sessions.end(user.id, id);
  }

  @Post("password")
  @SignedIn()
  @BySession()
  @Answers(null, "Change one's password; every other session ends, and this one gets a new cookie")
  async changePassword(
    @User() user: SignedInUser,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: PasswordInput }) input: PasswordInput,
  ) {
    for (const cookie of await this.auth.changePassword(request, input))
      void reply.header("set-cookie", cookie);
    this.live.recheck(user.id);
  }
}
