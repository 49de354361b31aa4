import { Problem } from "@highwater/shared/kernel/problem";
import type { Stage, StageMove } from "@highwater/shared/stages/contract";
import { advance } from "@highwater/shared/stages/lifecycle";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import { filed, Journal } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import { CandidatesService } from "../candidates/candidates.service.js";

@Injectable()
export class StagesService {
  constructor(
    private readonly journal: Journal,
    private readonly candidates: CandidatesService,
  ) {}

  move(actor: Actor, id: string, { stage: to, from: seen, reason }: StageMove) {
    return this.journal.write(actor, async (tx) => {
      const from = await this.standing(tx, id, seen);
      await this.shift(tx, id, from, advance(from, to));
      const decision = await this.decisionOn(tx, id);
      if (decision && to !== from) await this.retire(tx, actor, decision);
      return filed(await this.candidates.shown(tx, id), {
        verb: "stages.moved",
        candidateId: id,
        before: { stage: from },
        after: { stage: to, ...(reason ? { reason } : {}) },
      });
    });
  }

  /** The stage that it stands in, which is the one it was seen in. */
  async standing(tx: Tx, id: string, seen: Stage | undefined): Promise<Stage> {
    const { stage } = found(await tx.candidate.findFirst({ where: { id } }), "candidate");
    if (seen !== undefined && seen !== stage) throw raced();
    return stage;
  }

  /** Of two who move it at once, the second waits here for the first and is told. */
  async shift(tx: Tx, id: string, from: Stage, stage: Stage) {
    const { count } = await tx.candidate.updateMany({
      where: { id, stage: from },
      data: { stage },
    });
    if (count === 0) throw raced();
  }

  decisionOn(tx: Tx, candidateId: string) {
    return tx.decision.findFirst({ where: { candidateId, withdrawnAt: null } });
  }

  /** The decision stands no more, but stays on record; another may have taken its place by now. */
  async retire(tx: Tx, actor: Actor, { id }: { id: string }) {
    const { count } = await tx.decision.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: new Date(), withdrawnById: actor.memberId },
    });
    if (count === 0) throw raced();
  }
}

export const raced = () =>
  new Problem("conflict", "Somebody moved it a moment before you.", { code: "stages.raced" });
