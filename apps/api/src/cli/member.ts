import { randomBytes } from "node:crypto";
import { Email, Password, roles } from "@highwater/shared/team/contract";
import { type Command, Option } from "commander";
import { MembersService } from "../modules/team/members.service.js";
import { Refusal, run, say, teamOf, valid } from "./host.js";

export const memberCommand = (program: Command) =>
  program
    .command("member")
    .description("Members of a team")
    .command("create")
    .description("Make somebody a member, with an account where they have none")
    .requiredOption("--email <email>", "their e-mail")
    .addOption(new Option("--role <role>", "what they may do").choices(roles).makeOptionMandatory())
    .option("--name <name>", "their name (default: from the e-mail)")
    .option("--password <password>", "their first password (default: a random one, shown once)")
    .option("--team <slug>", "in which team (default: the first)")
    .option("--json", "answer in JSON")
    .action(({ email, role, name, password, team: slug, json }) =>
      run(async (app) => {
        const team = await teamOf(app, slug);
        const owner = team.members[0];
        if (!owner) throw new Refusal(`The team ${team.slug} has no owner.`);
        const first = valid(
          Password,
          password ?? randomBytes(12).toString("base64url"),
          "--password",
        );
        const address = valid(Email, email, "--email");
        const { memberId, created } = await app.get(MembersService).create(
          { userId: owner.userId, memberId: owner.id, teamId: team.id, role: "owner" },
          {
            email: address,
            name: name ?? address.split("@")[0],
            role,
            password: first,
          },
        );
        const shown = created && !password ? first : undefined;
        say(
          json,
          {
            memberId,
            email: address,
            team: team.slug,
            role,
            created,
            ...(shown ? { password: shown } : {}),
          },
          `${address} is now ${role} in ${team.slug}.${shown ? ` First password: ${shown}` : ""}`,
        );
      }),
    );
