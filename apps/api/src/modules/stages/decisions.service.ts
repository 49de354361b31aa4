import { allow, Problem } from "@highwater/shared/kernel/problem";
import type {
  DecisionInput,
  DecisionRecord,
  GateException,
  Voted,
  WatchQuery,
  Withdrawal,
} from "@highwater/shared/stages/contract";
import { bars } from "@highwater/shared/stages/decisions";
import type { Actor } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { type Entry, filed, Journal } from "../../platform/journal.js";
import { withName } from "../../platform/member-name.js";
import type { Tx } from "../../platform/team-scope.js";
import { CandidatesService, insistOnOwner } from "../candidates/candidates.service.js";
import { RankingService } from "../ranking/ranking.service.js";
import { sightFacts, signersOf } from "../reviews/reviews.source.js";
import { namesOf, recordOf, withheld } from "./decisions.source.js";
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
    const exception = await this.exceptionTo(actor, id, input);
    return this.journal.write(actor, async (tx) => {
      const { entry } = await this.take(tx, actor, id, { ...input, exception });
      return filed(await this.candidates.shown(tx, id), entry);
    });
  }

  /** The decision itself, in the midst of whatever else it belongs to. */
  async take(tx: Tx, actor: Actor, id: string, asked: Taken, meeting?: Meeting) {
    const { outcome, reason = null, trigger = null, ownerId = null, dueOn = null } = asked;
    const stage = await this.stages.standing(tx, id, asked.from);
    await insistOnOwner(tx, ownerId);
    const before = await this.stages.decisionOn(tx, id);
    await this.stages.shift(tx, id, stage, "decided");
    if (before) await this.stages.retire(tx, actor, before);
    const wait = () => inDays(tx, usualWait);
    const nextLook = outcome === "watch" ? (asked.nextLook ?? (await wait())) : null;
    const { id: decisionId } = await tx.decision.create({
      data: {
        teamId: actor.teamId,
        candidateId: id,
        memberId: actor.memberId,
        ...{ outcome, reason, trigger, ownerId },
        nextLook: dateOf(nextLook),
        dueOn: dateOf(dueOn),
        from: before?.from ?? stage,
        ...(asked.exception ? { exception: asked.exception } : {}),
        ...meeting,
      },
    });
    const told = [...(await signersOf(tx, id)), ...(ownerId ? [ownerId] : [])];
    return {
      decisionId,
      entry: {
        verb: "stages.decided",
        candidateId: id,
        before: { stage, outcome: before?.outcome ?? null },
        after: { outcome, reason, nextLook, trigger, ownerId, dueOn },
        notify: [{ kind: "decided", members: told }],
      } satisfies Entry,
    };
  }

  /** The decision that stands, with how it came about. */
  record(actor: Actor, candidateId: string): Promise<DecisionRecord> {
    return this.db.read(actor, async (db) => {
      const facts = found(await sightFacts(db, actor, candidateId), "candidate");
      const row = await db.decision.findFirst({
        where: { candidateId, withdrawnAt: null },
        include: { member: withName },
      });
      const record = await recordOf(db, found(row, "decision"));
      return facts.recusals.length > 0 ? withheld(record) : record;
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

  /** Gates bind this one decision, and only what is revealed has them: what they bar needs a reason. */
  async exceptionTo(
    actor: Actor,
    id: string,
    { outcome, exception }: Pick<DecisionInput, "outcome" | "exception">,
  ): Promise<GateException | null> {
    if (outcome !== "invest") return null;
    const gates = await this.barsOn(actor, id);
    if (gates.length === 0) return null;
    if (!exception)
      throw new Problem("conflict", `${gates.join(", ")} bar an investment in it as it stands.`, {
        code: "stages.barred",
      });
    const by = await this.db.read(actor, (db) => namesOf(db, [actor.memberId]));
    return {
      gates,
      reason: exception.reason,
      by: { id: actor.memberId, name: by.get(actor.memberId) ?? "" },
      at: new Date().toISOString(),
    };
  }

  private async barsOn(actor: Actor, id: string): Promise<string[]> {
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
    return bars(gates);
  }
}

interface Meeting {
  roundId: string;
  votes: Voted[];
  dissent: Voted[];
}
type Taken = Omit<DecisionInput, "exception"> & { exception: GateException | null };

const dateOf = (day: string | null) => (day === null ? null : new Date(day));
