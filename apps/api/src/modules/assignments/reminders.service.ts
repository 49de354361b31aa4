import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { Directory } from "../../platform/directory.js";
import { Jobs } from "../../platform/jobs.js";
import { type Entry, filed, Journal, unrecorded } from "../../platform/journal.js";
import { dueSoon } from "../reviews/assigned.source.js";
import { alreadyTold } from "./assigning.queries.js";

const every = 15 * 60_000;

/**
 * Tells whoever has a day left, and whoever is late: each of the two once for an assignment and its date, and in one
 * notification what falls due together. Only they are told, since who has not signed is nobody else's to know.
 */
@Injectable()
export class RemindersService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly journal: Journal,
    jobs: Jobs,
  ) {
    jobs.repeat("assignments.due", every, () => this.remind());
  }

  async remind() {
    for (const teamId of await this.directory.teamIds()) {
      const due = await this.db.read({ teamId }, (db) => dueSoon(db, teamId));
      for (const memberId of new Set(due.map((one) => one.memberId)))
        await this.remindOne({ teamId, memberId });
    }
  }

  /** Of two replicas the second waits, and finds it told. */
  private remindOne(member: { teamId: string; memberId: string }) {
    const { teamId, memberId } = member;
    return this.journal.write(member, async (tx) => {
      await tx.$queryRaw`
        select 1 from "Member" where "teamId" = ${teamId}::uuid and id = ${memberId}::uuid for update`;
      const due = (await dueSoon(tx, teamId)).filter((one) => one.memberId === memberId);
      const entries: Entry[] = [];
      for (const overdue of [false, true]) {
        const verb = overdue ? "assignments.overdue" : "assignments.due";
        const told = await alreadyTold(tx, teamId, verb);
        const news = due.filter((one) => one.overdue === overdue && !told.has(keyOf(one)));
        const [only, another] = news;
        if (!only) continue;
        entries.push({
          verb,
          ...(another ? {} : { candidateId: only.candidateId }),
          after: { told: news.map(keyOf), candidates: news.length, dueOn: only.dueOn },
          audience: { members: [memberId] },
          notify: [{ kind: "due", members: [memberId] }],
        });
      }
      const [first, ...rest] = entries;
      return first ? filed(null, first, ...rest) : unrecorded(null);
    });
  }
}

const keyOf = ({ id, dueOn }: { id: string; dueOn: string }) => `${id} ${dueOn}`;
