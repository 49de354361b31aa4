import { allow, Problem } from "@highwater/shared/kernel/problem";
import type { Meeting, MeetingDecision, VoteInput } from "@highwater/shared/rounds/contract";
import { insistOnItem, itemState } from "@highwater/shared/rounds/law";
import { mayVote } from "@highwater/shared/rounds/policy";
import { dissentOf } from "@highwater/shared/stages/decisions";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { filed, Journal, unrecorded } from "../../platform/journal.js";
import { Live } from "../../platform/live.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { RevealsService } from "../reviews/reveals.service.js";
import { sightFacts } from "../reviews/reviews.source.js";
import { DecisionsService } from "../stages/decisions.service.js";
import {
  currentItem,
  decidedAlready,
  insistOnHosting,
  insistOnLive,
  itemIn,
  type Place,
} from "./meeting.service.js";
import { MeetingView } from "./meeting.view.js";
import { roundRow } from "./round.view.js";
import { insistOnOpen, lockedRound } from "./rounds.service.js";
import { votesOn } from "./votes.source.js";

/** The end of an item: who would do what, and what is done. */
@Injectable()
export class VotesService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly live: Live,
    private readonly reveals: RevealsService,
    private readonly decisions: DecisionsService,
    private readonly view: MeetingView,
  ) {}

  /** Until the decision, and again as often as one changes one's mind. */
  async vote(actor: Actor, { id, iid }: Place, { outcome, reason }: VoteInput): Promise<Meeting> {
    await this.journal.write(actor, async (tx) => {
      const row = await lockedRound(tx, actor, id);
      const item = itemIn(row, iid);
      allow(
        mayVote(actor, await isRecused(tx, actor, item.candidateId)),
        "You have recused yourself from this candidate.",
        "reviews.recused",
      );
      if (item.decisionId) throw decidedAlready();
      insistOnOpen(row);
      insistOnLive(row);
      if (itemState(item, item.candidate) !== "voting")
        throw new Problem("conflict", "The host hasn't opened the vote on it.", {
          code: "rounds.not_voting",
        });
      const key = { teamId: actor.teamId, itemId: iid, memberId: actor.memberId };
      const said = { outcome, reason, at: new Date() };
      await tx.vote.upsert({
        where: { teamId_itemId_memberId: key },
        create: { ...key, ...said },
        update: said,
      });
      return unrecorded(null);
    });
    this.live.nudge(actor.teamId, "rounds");
    return this.view.of(actor, id);
  }

  async decide(actor: Actor, { id, iid }: Place, input: MeetingDecision): Promise<Meeting> {
    const { from, ...asked } = input;
    const { candidateId } = await this.db.read(actor, async (db) => {
      const row = await roundRow(db, id);
      insistOnHosting(actor, row);
      return itemIn(row, iid);
    });
    const exception = await this.decisions.exceptionTo(actor, candidateId, asked);
    await this.journal.write(actor, async (tx) => {
      const row = await lockedRound(tx, actor, id);
      insistOnOpen(row);
      insistOnHosting(actor, row);
      const item = currentItem(row, iid);
      if (item.decisionId) throw decidedAlready();
      insistOnItem("decision", itemState(item, item.candidate), from);
      allow(
        !(await isRecused(tx, actor, candidateId)),
        "You have recused yourself: let another decide.",
        "reviews.recused",
      );
      const votes = await votesOn(tx, iid);
      const { decisionId, entry } = await this.decisions.take(
        tx,
        actor,
        candidateId,
        { ...asked, exception },
        { roundId: id, votes, dissent: dissentOf(votes, asked.outcome) },
      );
      await tx.agendaItem.updateMany({
        where: { id: iid },
        data: { decisionId, doneAt: new Date() },
      });
      await tx.round.updateMany({ where: { id }, data: { timerEndsAt: null } });
      return filed(null, entry, ...(await this.reveals.settle(tx, actor, candidateId)));
    });
    return this.view.of(actor, id);
  }
}

const isRecused = async (db: ReadDb, actor: Actor, candidateId: string) =>
  found(await sightFacts(db, actor, candidateId), "candidate").recusals.length > 0;
