import { Injectable } from "@nestjs/common";
import { Config } from "../../platform/config.js";
import { Db, found } from "../../platform/db.js";
import { Jobs, type RunningJob } from "../../platform/jobs.js";
import { Journal, unrecorded } from "../../platform/journal.js";
import { Mail } from "../../platform/mail.js";
import { letterOf } from "./letter.js";
import { unmailedOf } from "./notifications.queries.js";

/** Sends what a member was told of and has not read yet, all of it in one letter, once. */
@Injectable()
export class Mailing {
  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly mail: Mail,
    jobs: Jobs,
  ) {
    if (mail.configured) jobs.register("notifications.mail", (job) => this.deliver(job));
  }

  /** The job's subject is the member who is told. */
  private async deliver({ actor, subjectId: memberId }: RunningJob) {
    const viewer = { teamId: actor.teamId, memberId };
    const { items, team, member } = await this.db.read(viewer, async (db) => ({
      items: await unmailedOf(db, viewer),
      team: found(await db.team.findFirst(), "team"),
      member: await db.member.findFirst({
        where: { id: memberId, suspendedAt: null },
        select: { user: { select: { email: true } } },
      }),
    }));
    if (!member?.user || items.length === 0) return;
    const letter = letterOf(team.name, items, `${this.config.origin}/t/${team.slug}`);
    await this.mail.send({ to: member.user.email, ...letter });
    await this.journal.write(viewer, async (tx) => {
      await tx.notification.updateMany({
        where: { id: { in: items.map(({ id }) => id) } },
        data: { mailedAt: new Date() },
      });
      return unrecorded(null);
    });
  }
}
