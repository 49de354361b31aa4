import type { Command } from "commander";
import { TokensService } from "../modules/team/tokens.service.js";
import { actorOf, run, say, wholeNumber } from "./host.js";

export const tokenCommand = (program: Command) =>
  program
    .command("token")
    .description("API tokens")
    .command("create")
    .description("Make an API token for a member; it is shown once")
    .requiredOption("--email <email>", "whose token it is")
    .requiredOption("--name <name>", "what it is for")
    .option("--team <slug>", "in which team (default: their first)")
    .option("--days <n>", "days until it expires, up to 366", wholeNumber(1, 366), 90)
    .option("--read-only", "it may only read")
    .option("--json", "answer in JSON")
    .action(({ email, name, team, days, readOnly, json }) =>
      run(async (app) => {
        const actor = await actorOf(app, email, team);
        const made = await app.get(TokensService).create(actor, {
          name,
          readOnly: readOnly ?? false,
          expiresInDays: days,
        });
        say(json, made, made.token);
      }),
    );
