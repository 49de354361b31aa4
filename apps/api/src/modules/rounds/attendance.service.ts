import { Problem } from "@highwater/shared/kernel/problem";
import type { Presence } from "@highwater/shared/rounds/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { Journal, unrecorded } from "../../platform/journal.js";
import { Live } from "../../platform/live.js";
import { MeetingView } from "./meeting.view.js";
import { arrive } from "./rounds.queries.js";

/**
 * Who is in the meeting. A heartbeat is one small write and answers who is there, so that whoever has vanished
 * is missed without a word; only those who come and go are spoken of. None of it is activity.
 */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly live: Live,
    private readonly view: MeetingView,
  ) {}

  async attend(actor: Actor, id: string): Promise<Presence> {
    const { teamId, memberId } = actor;
    const news = await this.journal.write(actor, async (tx) => {
      const { state } = found(await tx.round.findFirst({ where: { id } }), "round");
      if (state !== "live")
        throw new Problem("conflict", "The meeting is not running.", { code: "rounds.not_live" });
      return unrecorded(await arrive(tx, { teamId, roundId: id, memberId }));
    });
    if (news) this.live.nudge(teamId, "rounds");
    return this.db.read(actor, async (db) => ({
      present: await this.view.present(db, teamId, id),
    }));
  }

  /** Gone, but on record as having been there. */
  async leave(actor: Actor, id: string) {
    const { teamId, memberId } = actor;
    await this.journal.write(actor, async (tx) => {
      found(await tx.round.findFirst({ where: { id } }), "round");
      const seenAt = new Date(0);
      await tx.attendance.updateMany({ where: { roundId: id, memberId }, data: { seenAt } });
      return unrecorded(null);
    });
    this.live.nudge(teamId, "rounds");
  }
}
