import type { Verb } from "@highwater/shared/activity/verbs";
import { allow, Problem } from "@highwater/shared/kernel/problem";
import type {
  ItemState,
  Meeting,
  SeenAgenda,
  SeenHost,
  TimerInput,
} from "@highwater/shared/rounds/contract";
import { type ItemDeed, insistOnItem, itemState, raced } from "@highwater/shared/rounds/law";
import { hosts, mayTakeOver } from "@highwater/shared/rounds/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import { type Entry, filed, Journal, unrecorded } from "../../platform/journal.js";
import { Live } from "../../platform/live.js";
import type { Tx } from "../../platform/team-scope.js";
import { CandidatesService } from "../candidates/candidates.service.js";
import { RevealsService } from "../reviews/reveals.service.js";
import { FreezingService } from "./freezing.service.js";
import { MeetingView } from "./meeting.view.js";
import type { ItemRow, RoundRow } from "./round.view.js";
import { insistOnOpen, lockedRound } from "./rounds.service.js";

export interface Place {
  id: string;
  iid: string;
}

/** The host's deeds. Each names what the host saw, so that a second click or a second host skips nothing. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly journal: Journal,
    private readonly live: Live,
    private readonly candidates: CandidatesService,
    private readonly reveals: RevealsService,
    private readonly freezing: FreezingService,
    private readonly view: MeetingView,
  ) {}

  start(actor: Actor, id: string) {
    return this.run(actor, id, async (tx, row) => {
      if (row.state !== "planned") throw raced();
      const at = new Date();
      await tx.round.updateMany({ where: { id }, data: { state: "live", startedAt: at } });
      return [{ verb: "rounds.started", subjectId: id, after: { name: row.name } }];
    });
  }

  /** What a meeting left open is settled as it would have been without it, and all of it is frozen. */
  close(actor: Actor, id: string) {
    return this.run(actor, id, async (tx, row) => {
      insistOnLive(row);
      const closedAt = new Date();
      const over = { state: "closed", closedAt, currentItemId: null, timerEndsAt: null } as const;
      await tx.round.updateMany({ where: { id }, data: over });
      const entries: Entry[] = [
        { verb: "rounds.closed", subjectId: id, after: { name: row.name } },
      ];
      for (const { candidateId, openedAt, doneAt } of row.items)
        if (openedAt && !doneAt)
          entries.push(...(await this.reveals.settle(tx, actor, candidateId)));
      const frozen = await this.freezing.freeze(tx, actor.teamId, { ...row, closedAt });
      await tx.round.updateMany({ where: { id }, data: { frozen } });
      return entries;
    });
  }

  /** An admin takes over from the host whom they saw. */
  async takeOver(actor: Actor, id: string, { from }: SeenHost): Promise<Meeting> {
    await this.journal.write(actor, async (tx) => {
      const row = await lockedRound(tx, actor, id);
      insistOnOpen(row);
      if (row.hostId !== from) throw raced();
      allow(mayTakeOver(actor, row), "Only an owner or admin takes over.", "rounds.take_over");
      await tx.round.updateMany({ where: { id }, data: { hostId: actor.memberId } });
      return filed(null, { verb: "rounds.hosted", subjectId: id, before: { hostId: from } });
    });
    return this.view.of(actor, id);
  }

  /** Makes it the one that the meeting is about. What was parked or left can be taken up again. */
  open(actor: Actor, { id, iid }: Place, { from, current }: SeenAgenda) {
    return this.run(actor, id, async (tx, row) => {
      insistOnLive(row);
      if (row.currentItemId !== current) throw raced();
      const item = itemIn(row, iid);
      await this.candidates.lock(tx, actor, item.candidateId);
      insistOnItem("open", itemState(item, item.candidate), from);
      if (item.decisionId && (await stands(tx, item.decisionId))) throw decidedAlready();
      await tx.agendaItem.updateMany({
        where: { id: iid },
        data: { openedAt: item.openedAt ?? new Date(), doneAt: null, decisionId: null },
      });
      const here = { currentItemId: iid, timerEndsAt: null };
      await tx.round.updateMany({ where: { id }, data: here });
      return [this.entry("rounds.opened", row, item)];
    });
  }

  reveal(actor: Actor, place: Place, from: ItemState) {
    return this.at(actor, place, { deed: "reveal", from }, async (tx, item) => {
      const [entry, ...apart] = await this.reveals.byHand(tx, actor, item.candidateId);
      await stamp(tx, item, { revealedAt: new Date() });
      return [{ ...entry, subjectId: place.id }, ...apart];
    });
  }

  openVote(actor: Actor, place: Place, from: ItemState) {
    return this.at(actor, place, { deed: "vote-open", from }, async (tx, item, row) => {
      await stamp(tx, item, { votingAt: new Date() });
      return [this.entry("rounds.voting", row, item)];
    });
  }

  /** Without a decision: it is parked. */
  done(actor: Actor, place: Place, from: ItemState) {
    return this.at(actor, place, { deed: "done", from }, async (tx, item, row) => {
      await stamp(tx, item, { doneAt: new Date() });
      const settled = await this.reveals.settle(tx, actor, item.candidateId);
      return [this.entry("rounds.parked", row, item), ...settled];
    });
  }

  /** Everybody sees it run, and nobody keeps a record of it. */
  async time(actor: Actor, place: Place, { from, seconds }: TimerInput): Promise<Meeting> {
    const timerEndsAt = seconds === 0 ? null : new Date(Date.now() + 1000 * seconds);
    await this.at(actor, place, { deed: "timer", from }, async (tx) => {
      await tx.round.updateMany({ where: { id: place.id }, data: { timerEndsAt } });
      return [];
    });
    this.live.nudge(actor.teamId, "rounds");
    return this.view.of(actor, place.id);
  }

  private async run(
    actor: Actor,
    id: string,
    work: (tx: Tx, row: RoundRow) => Promise<Entry[]>,
  ): Promise<Meeting> {
    await this.journal.write(actor, async (tx) => {
      const row = await lockedRound(tx, actor, id);
      insistOnOpen(row);
      insistOnHosting(actor, row);
      const [first, ...others] = await work(tx, row);
      return first ? filed(null, first, ...others) : unrecorded(null);
    });
    return this.view.of(actor, id);
  }

  private at(
    actor: Actor,
    { id, iid }: Place,
    { deed, from }: { deed: ItemDeed; from: ItemState },
    work: (tx: Tx, item: ItemRow, row: RoundRow) => Promise<Entry[]>,
  ) {
    return this.run(actor, id, (tx, row) => {
      const item = currentItem(row, iid);
      insistOnItem(deed, itemState(item, item.candidate), from);
      return work(tx, item, row);
    });
  }

  private entry(verb: Verb, row: RoundRow, { candidateId }: ItemRow): Entry {
    return { verb, candidateId, subjectId: row.id, after: { round: row.name } };
  }
}

type Stamp = "revealedAt" | "votingAt" | "doneAt";
const stamp = (tx: Tx, { id }: ItemRow, data: { [K in Stamp]?: Date }) =>
  tx.agendaItem.updateMany({ where: { id }, data });

const stands = async (tx: Tx, id: string) =>
  (await tx.decision.count({ where: { id, withdrawnAt: null } })) > 0;

export const itemIn = ({ items }: RoundRow, iid: string): ItemRow =>
  found(
    items.find(({ id }) => id === iid),
    "agenda item",
  );

/** The meeting acts on the item it is about, and on no other. */
export function currentItem(row: RoundRow, iid: string): ItemRow {
  insistOnLive(row);
  const item = itemIn(row, iid);
  if (row.currentItemId !== iid) throw raced();
  return item;
}

export function insistOnLive({ state }: Pick<RoundRow, "state">) {
  if (state !== "live")
    throw new Problem("conflict", "The meeting is not running.", { code: "rounds.not_live" });
}

export const insistOnHosting = (actor: Actor, row: RoundRow) =>
  allow(hosts(actor, row), "Only the host runs the meeting.", "rounds.not_host");

export const decidedAlready = () =>
  new Problem("conflict", "It is decided already: the vote is over.", { code: "rounds.decided" });
