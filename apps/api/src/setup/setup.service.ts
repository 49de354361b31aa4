import { timingSafeEqual } from "node:crypto";
import type { Locale } from "@highwater/shared/kernel/contract";
import { invalid, Problem } from "@highwater/shared/kernel/problem";
import type { SetupInput } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { addUser, MembersService } from "../modules/team/members.service.js";
import { TeamsService } from "../modules/team/teams.service.js";
import { Config } from "../platform/config.js";
import { Directory } from "../platform/directory.js";
import { digest, Secret } from "../platform/secret.js";
import type { Tx } from "../platform/team-scope.js";
import { SampleService } from "./sample.service.js";

interface FirstTeam {
  name: string;
  email: string;
  password: string;
  teamName: string;
  sample: boolean;
  locale: Locale;
}

@Injectable()
export class SetupService {
  constructor(
    private readonly config: Config,
    private readonly directory: Directory,
    private readonly members: MembersService,
    private readonly sample: SampleService,
    private readonly secret: Secret,
    private readonly teams: TeamsService,
  ) {}

  needed(): Promise<boolean> {
    return this.directory.empty();
  }

  /** The one-time link, or null when it has been used. Every replica derives the same. */
  async link(): Promise<string | null> {
    if (!(await this.needed())) return null;
    return `${this.config.origin}/setup?token=${await this.token()}`;
  }

  async run({ token, ...input }: SetupInput) {
    const [given, expected] = [digest(token), digest(await this.token())];
    if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected)))
      throw invalid(
        "#/token",
        "setup.token",
        "Open the link that was printed when Highwater started.",
      );
    return this.found(input);
  }

  /** First run without a browser, where the environment names an owner. */
  async runHeadless(): Promise<boolean> {
    const { headless } = this.config;
    if (!headless || !(await this.needed())) return false;
    await this.found({ ...headless, name: headless.email.split("@")[0] ?? "Owner", locale: "en" });
    return true;
  }

  private token(): Promise<string> {
    return this.secret.derive("setup");
  }

  private async found(first: FirstTeam) {
    const user = await this.members.prepareUser(first.name, first.email, first.password);
    const team = await this.teams.found(user, first.teamName, async (tx) => {
      await insistOnFirst(tx);
      await addUser(tx, user);
    });
    const owner = {
      userId: user.id,
      memberId: team.ownerMemberId,
      teamId: team.id,
      role: "owner" as const,
    };
    if (first.sample) await this.sample.load(owner, first.locale);
    return team;
  }
}

/** Of two set-ups at once the second waits here, and finds a user. */
async function insistOnFirst(tx: Tx) {
  await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(7270719300)) locked`;
  if (await tx.user.findFirst({ select: { id: true } }))
    throw new Problem("conflict", "Highwater is set up already. Sign in instead.", {
      code: "setup.done",
    });
}
