import { randomBytes } from "node:crypto";
import { type Actor, Email, Password, Role } from "@highwater/shared/team/contract";
import { Command } from "commander";
import type { z } from "zod";
import { createApp } from "./app.js";
import { MembersService } from "./modules/team/members.service.js";
import { TokensService } from "./modules/team/tokens.service.js";
import { Config } from "./platform/config.js";
import { Directory } from "./platform/directory.js";

type App = Awaited<ReturnType<typeof createApp>>;

/** A refusal on the host's terminal: the sentence, and exit 1. */
class Refusal extends Error {}

function valid<S extends z.ZodType>(schema: S, value: unknown, option: string): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw new Refusal(`${option}: ${result.error.issues[0]?.message}`);
  return result.data;
}

async function teamOf(app: App, slug: string | undefined) {
  const team = await app.get(Directory).teamOf(slug);
  if (!team)
    throw new Refusal(
      slug ? `There is no team ${slug}.` : "There is no team yet: set Highwater up first.",
    );
  return team;
}

async function actorOf(app: App, email: string, slug: string | undefined): Promise<Actor> {
  const directory = app.get(Directory);
  const user = await directory.userByEmail(valid(Email, email, "--email"));
  const memberships = user ? await directory.membershipsOf(user.id) : [];
  const member = slug ? memberships.find(({ team }) => team.slug === slug) : memberships[0];
  if (!member)
    throw new Refusal(
      `${email} is no member${slug ? ` of ${slug}` : ""}. Make them one with: member create`,
    );
  return { userId: member.userId, memberId: member.id, teamId: member.teamId, role: member.role };
}

const say = (json: boolean | undefined, answer: object, sentence: string) =>
  process.stdout.write(`${json ? JSON.stringify(answer) : sentence}\n`);

async function run(work: (app: App) => Promise<void>) {
  const app = await createApp(new Config({ LOG_LEVEL: "error", ...process.env }));
  await app.init();
  try {
    await work(app);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  } finally {
    await app.close();
  }
}

const program = new Command("highwater").description(
  "Highwater's command line, on the host that runs it.",
);

program
  .command("token")
  .description("API tokens")
  .command("create")
  .description("Make an API token for a member; it is shown once")
  .requiredOption("--email <email>", "whose token it is")
  .requiredOption("--name <name>", "what it is for")
  .option("--team <slug>", "in which team (default: their first)")
  .option("--days <n>", "days until it expires", "90")
  .option("--read-only", "it may only read")
  .option("--json", "answer in JSON")
  .action(({ email, name, team, days, readOnly, json }) =>
    run(async (app) => {
      const actor = await actorOf(app, email, team);
      const made = await app.get(TokensService).create(actor, {
        name,
        readOnly: readOnly ?? false,
        expiresInDays: Math.max(1, Math.min(366, Number(days) || 90)),
      });
      say(json, made, made.token);
    }),
  );

program
  .command("member")
  .description("Members of a team")
  .command("create")
  .description("Make somebody a member, with an account where they have none")
  .requiredOption("--email <email>", "their e-mail")
  .requiredOption("--role <role>", "owner, admin, reviewer or viewer")
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
          role: valid(Role, role, "--role"),
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

await program.parseAsync();
