import type { Meeting, MeetingItem, Person } from "@highwater/shared/rounds/contract";
import { allows, itemState } from "@highwater/shared/rounds/law";
import { hosts, mayVote, seesVotes } from "@highwater/shared/rounds/policy";
import { bars } from "@highwater/shared/stages/decisions";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { RankingService } from "../ranking/ranking.service.js";
import { sightFacts, signedCount } from "../reviews/reviews.source.js";
import { SightService, sightOf } from "../reviews/sight.service.js";
import { recordOf, withheld } from "../stages/decisions.source.js";
import { type ItemRow, type RoundRow, roundRow, roundView } from "./round.view.js";
import { presentIn } from "./rounds.queries.js";
import { votesOn } from "./votes.source.js";

type Present = Person & { role: Actor["role"] };

/** What somebody in a meeting sees: the same for all of them, but for what is theirs and what they may not. */
@Injectable()
export class MeetingView {
  constructor(
    private readonly db: Db,
    private readonly sight: SightService,
    private readonly ranking: RankingService,
  ) {}

  of(actor: Actor, id: string): Promise<Meeting> {
    return this.db.read(actor, async (db) => {
      const [row, present] = await Promise.all([
        roundRow(db, id),
        this.present(db, actor.teamId, id),
      ]);
      const item = row.items.find((one) => one.id === row.currentItemId);
      const here = { present, hosting: hosts(actor, row) };
      const [round, current] = await Promise.all([
        roundView(db, row),
        item ? this.item(db, actor, item, here) : null,
      ]);
      return { round, present, timer: timerOf(row), current };
    });
  }

  async present(db: ReadDb, teamId: string, id: string): Promise<Present[]> {
    const ids = await presentIn(db, teamId, id);
    const members = await db.member.findMany({
      where: { id: { in: ids } },
      select: { ...withName.select, role: true },
    });
    const byId = new Map(members.map((member) => [member.id, member]));
    return ids.flatMap((memberId) => {
      const member = byId.get(memberId);
      return member ? [{ id: memberId, name: memberName(member), role: member.role }] : [];
    });
  }

  private async item(
    db: ReadDb,
    actor: Actor,
    item: ItemRow,
    { present, hosting }: { present: Present[]; hosting: boolean },
  ): Promise<MeetingItem> {
    const { id, candidateId, candidate } = item;
    const facts = found(await sightFacts(db, actor, candidateId), "candidate");
    const sight = sightOf(facts);
    const recused = sight === "recused";
    const state = itemState(item, candidate);
    const voters = await votersOf(db, candidateId, present);
    const gated = hosting && !recused && allows("decision", state);
    const [signed, marks, barred, votes, decision] = await Promise.all([
      signedCount(db, candidateId),
      this.marks(db, item, recused),
      gated ? this.bars(actor, item) : [],
      votesFor(db, actor, item, { recused, voters }),
      decisionOf(db, item, recused),
    ]);
    return {
      ...{ id, candidateId, state, sight, signed, marks, votes, decision },
      expected: voters.length,
      bars: barred,
    };
  }

  /** Together at the reveal, to whoever signed before as to everybody else. */
  private async marks(db: ReadDb, item: ItemRow, recused: boolean) {
    const { revealedAt } = item.candidate;
    if (recused || !revealedAt || !item.openedAt) return null;
    const later = revealedAt > item.openedAt ? revealedAt : item.openedAt;
    const rows = await this.sight.marksSince(db, item.candidateId, item.revealedAt ?? later);
    return rows.map(({ member, marked, before, at }) => ({ member, scores: marked, before, at }));
  }

  private async bars(actor: Actor, { candidateId }: ItemRow): Promise<string[]> {
    const { gates } = await this.ranking.explain(actor, candidateId, { scope: "team" });
    return bars(gates);
  }
}

function timerOf({ timerEndsAt }: RoundRow): Meeting["timer"] {
  if (!timerEndsAt) return null;
  const secondsLeft = (timerEndsAt.getTime() - Date.now()) / 1000;
  return { endsAt: timerEndsAt.toISOString(), secondsLeft };
}

/** Who of those present may mark and vote. */
async function votersOf(db: ReadDb, candidateId: string, present: Present[]) {
  const recusals = await db.recusal.findMany({ where: { candidateId } });
  const recused = new Set(recusals.map(({ memberId }) => memberId));
  return present.filter((member) => mayVote(member, recused.has(member.id))).map(({ id }) => id);
}

async function votesFor(
  db: ReadDb,
  { memberId }: Actor,
  item: ItemRow,
  { recused, voters }: { recused: boolean; voters: string[] },
): Promise<MeetingItem["votes"]> {
  const votes = await votesOn(db, item.id);
  const voted = new Set(votes.map((vote) => vote.memberId));
  const allIn = voters.length > 0 && voters.every((id) => voted.has(id));
  const seen = { recused, voted: voted.has(memberId), allIn, over: item.doneAt !== null };
  return {
    cast: votes.length,
    mine: votes.find((vote) => vote.memberId === memberId) ?? null,
    shown: seesVotes(seen) ? votes : null,
  };
}

async function decisionOf(db: ReadDb, { decisionId }: ItemRow, recused: boolean) {
  if (!decisionId) return null;
  const row = await db.decision.findFirst({
    where: { id: decisionId, withdrawnAt: null },
    include: { member: withName },
  });
  if (!row) return null;
  const record = await recordOf(db, row);
  return recused ? withheld(record) : record;
}
