import { Problem } from "@highwater/shared/kernel/problem";
import type { StageMove } from "@highwater/shared/stages/contract";
import { advance } from "@highwater/shared/stages/lifecycle";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import { filed, Journal } from "../../platform/journal.js";
import { CandidatesService } from "../candidates/candidates.service.js";

@Injectable()
export class StagesService {
  constructor(
    private readonly journal: Journal,
    private readonly candidates: CandidatesService,
  ) {}

  async move(actor: Actor, id: string, { stage: to }: StageMove) {
    await this.journal.write(actor, async (tx) => {
      const { stage: from } = found(await tx.candidate.findFirst({ where: { id } }), "candidate");
      const { count } = await tx.candidate.updateMany({
        where: { id, stage: from },
        data: { stage: advance(from, to) },
      });
      if (count === 0)
        throw new Problem("conflict", "Somebody moved it a moment before you.", {
          code: "stages.raced",
        });
      return filed(null, { verb: "stages.moved", candidateId: id, before: from, after: to });
    });
    return this.candidates.one(actor, id);
  }
}
