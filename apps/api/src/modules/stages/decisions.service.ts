import { allow, Problem } from "@highwater/shared/kernel/problem";
import type { DecisionInput, WatchQuery, Withdrawal } from "@highwater/shared/stages/contract";
import { bars } from "@highwater/shared/stages/decisions";
import type { Actor } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { filed, Journal } from "../../platform/journal.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { RankingService } from "../ranking/ranking.service.js";
import { inDays, watchesOf } from "./stages.queries.js";
import { raced, StagesService } from "./stages.service.js";

/** After how many days a watched candidate is looked at again, unless somebody said. */
const usualWait = 90;

@Injectable()
export class DecisionsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly stages: StagesService,
    private readonly candidates: CandidatesService,
    private readonly ranking: RankingService,
  ) {}

  watches(actor: Actor, query: WatchQuery) {
    return this.db.read(actor, async (db) => ({ items: await watchesOf(db, actor, query) }));
  }

  async decide(actor: Actor, id: string, input: DecisionInput) {
    const { outcome, reason = null, trigger = null } = input;
    if (outcome === "invest") await this.insistOnGates(actor, id);
    return this.journal.write(actor, async (tx) => {
      const stage = await this.stages.standing(tx, id, input.from);
      const before = await this.stages.decisionOn(tx, id);
      await this.stages.shift(tx, id, stage, "decided");
      if (before) await this.stages.retire(tx, actor, before);
      const wait = () => inDays(tx, usualWait);
      const nextLook = outcome === "watch" ? (input.nextLook ?? (await wait())) : null;
      await tx.decision.create({
        data: {
          teamId: actor.teamId,
          candidateId: id,
          memberId: actor.memberId,
          outcome,
          reason,
          trigger,
          nextLook: nextLook === null ? null : new Date(nextLook),
          from: before?.from ?? stage,
        },
      });
      return filed(await this.candidates.shown(tx, id), {
        verb: "stages.decided",
        candidateId: id,
        before: { stage, outcome: before?.outcome ?? null },
        after: { outcome, reason, nextLook, trigger },
      });
    });
  }

  withdraw(actor: Actor, id: string, { mine }: Withdrawal) {
    return this.journal.write(actor, async (tx) => {
      const stage = await this.stages.standing(tx, id, undefined);
      const decision = await this.stages.decisionOn(tx, id);
      if (!decision)
        throw new Problem("conflict", "Nothing is decided about it.", {
          code: "stages.undecided",
        });
      if (mine && decision.memberId !== actor.memberId) throw raced();
      await this.stages.shift(tx, id, stage, decision.from);
      await this.stages.retire(tx, actor, decision);
      return filed(await this.candidates.shown(tx, id), {
        verb: "stages.withdrawn",
        candidateId: id,
        subjectId: decision.id,
        before: { outcome: decision.outcome },
        after: { stage: decision.from },
      });
    });
  }

  /** Gates bind this one decision, and only what is revealed has them. */
  private async insistOnGates(actor: Actor, id: string) {
    allow(
      atLeast(actor.role, "admin"),
      "Only an owner or admin decides to invest.",
      "team.needs_admin",
    );
    const { revealedAt } = await this.candidates.one(actor, id);
    const { gates, flags } = await this.ranking.explain(actor, id, { scope: "team" });
    allow(
      !flags.includes("recused"),
      "You have recused yourself: let another decide.",
      "reviews.recused",
    );
    if (revealedAt === null)
      throw new Problem("conflict", "Its reviews are to be revealed before.", {
        code: "stages.not_revealed",
      });
    const closed = bars(gates);
    if (closed.length > 0)
      throw new Problem("conflict", `${closed.join(", ")} bar an investment in it as it stands.`, {
        code: "stages.barred",
      });
  }
}
