import { Id } from "@highwater/shared/kernel/contract";
import { type Actor, ApiToken, CreatedToken, TokenInput } from "@highwater/shared/team/contract";
import { Body, Controller, Delete, Get, Param, Post } from "@nestjs/common";
import { z } from "zod";
import { Access, Me } from "../../platform/access.js";
import { Answers } from "../../platform/answers.js";
import { TokensService } from "./tokens.service.js";

const ApiTokens = z.object({ items: z.array(ApiToken) }).meta({ id: "ApiTokens" });

@Controller("api/v1/tokens")
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @Access("viewer")
  @Answers(ApiTokens, "One's own tokens in this team")
  list(@Me() me: Actor) {
    return this.tokens.list(me);
  }

  @Post()
  @Access("viewer")
  @Answers(CreatedToken, "Make a token, which is shown once", 201)
  create(@Me() me: Actor, @Body({ schema: TokenInput }) input: TokenInput) {
    return this.tokens.create(me, input);
  }

  @Delete(":id")
  @Access("viewer")
  @Answers(null, "Revoke a token")
  async revoke(@Me() me: Actor, @Param("id", { schema: Id }) id: string) {
    await this.tokens.revoke(me, id);
  }
}
