import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { Directory } from "../../platform/directory.js";
import { Jobs } from "../../platform/jobs.js";
import { filed, Journal, unrecorded } from "../../platform/journal.js";
import { inHand, RevealsService } from "../reviews/reveals.service.js";

const every = 15 * 60_000;

/** What a meeting has in hand that nobody went on with, and nobody closed: it reveals itself after all. */
@Injectable()
export class IdleRoundsService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly journal: Journal,
    private readonly reveals: RevealsService,
    jobs: Jobs,
  ) {
    jobs.repeat("rounds.idle", every, () => this.settle());
  }

  async settle() {
    for (const teamId of await this.directory.teamIds()) {
      const held = await this.db.read({ teamId }, (db) =>
        db.agendaItem.findMany({
          where: { ...inHand, candidate: { revealedAt: null, archivedAt: null } },
          select: { candidateId: true, round: { select: { hostId: true } } },
        }),
      );
      for (const { candidateId, round } of held)
        await this.settleOne({ teamId, memberId: round.hostId }, candidateId);
    }
  }

  private settleOne(host: { teamId: string; memberId: string }, candidateId: string) {
    return this.journal.write(host, async (tx) => {
      const which = { candidateIds: [candidateId] };
      const [first, ...rest] = await this.reveals.among(tx, host, which);
      return first ? filed(null, first, ...rest) : unrecorded(null);
    });
  }
}
