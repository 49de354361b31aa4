import { type Actor, Email } from "@highwater/shared/team/contract";
import { InvalidArgumentError } from "commander";
import type { z } from "zod";
import { createApp } from "../app.js";
import { Config } from "../platform/config.js";
import { Directory } from "../platform/directory.js";

export type App = Awaited<ReturnType<typeof createApp>>;

/** A refusal on the host's terminal: the sentence, and exit 1. */
export class Refusal extends Error {}

export function valid<S extends z.ZodType>(schema: S, value: unknown, option: string): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw new Refusal(`${option}: ${result.error.issues[0]?.message}`);
  return result.data;
}

/** An option that is a whole number. */
export const wholeNumber = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
};

export async function teamOf(app: App, slug: string | undefined) {
  const directory = app.get(Directory);
  const team = await directory.teamOf(slug);
  if (team) return team;
  const slugs = await directory.slugs(20);
  throw new Refusal(
    slugs.length > 0
      ? `There is no team ${slug}. There are: ${slugs.join(", ")}.`
      : "There is no team yet: set Highwater up first.",
  );
}

export async function actorOf(app: App, email: string, slug: string | undefined): Promise<Actor> {
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

/** Whose eyes a command reads with: a member's, or the owner's. */
export async function readerOf(app: App, as: string | undefined, slug: string | undefined) {
  if (as !== undefined) return actorOf(app, as, slug);
  const team = await teamOf(app, slug);
  const owner = team.members[0];
  if (!owner) throw new Refusal(`The team ${team.slug} has no owner.`);
  const { id: memberId, userId, role } = owner;
  return { userId, memberId, teamId: team.id, role };
}

export function say(json: boolean | undefined, answer: object, sentence: string): void {
  process.stdout.write(`${json ? JSON.stringify(answer) : sentence}\n`);
}

export async function run(work: (app: App) => Promise<void>) {
  const app = await createApp(new Config({ LOG_LEVEL: "error", ...process.env }));
  await app.init();
  try {
    await work(app);
  } catch (error) {
    // Whoever reads a pipe may stop when they have seen enough.
    if ((error as { code?: unknown }).code === "EPIPE") return;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  } finally {
    await app.close();
  }
}
