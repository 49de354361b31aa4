import { Problem } from "@highwater/shared/kernel/problem";
import { total } from "@highwater/shared/ranking/total";
import {
  Frozen,
  type FrozenItem,
  type Memo,
  type MemoQuery,
} from "@highwater/shared/rounds/frozen";
import { memoOf } from "@highwater/shared/rounds/memo";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import { Db } from "../../platform/db.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { Tx } from "../../platform/team-scope.js";
import { RankingService } from "../ranking/ranking.service.js";
import { SightService } from "../reviews/sight.service.js";
import { namesOf, recordOf } from "../stages/decisions.source.js";
import { type ItemRow, type RoundRow, roundRow } from "./round.view.js";
import { votesOn } from "./votes.source.js";

type Standings = Awaited<ReturnType<RankingService["standings"]>>;
type Draft = z.input<typeof Frozen>;

/** What a round keeps at its close, and the memo that is printed of it. */
@Injectable()
export class FreezingService {
  constructor(
    private readonly db: Db,
    private readonly ranking: RankingService,
    private readonly sight: SightService,
  ) {}

  async freeze(tx: Tx, teamId: string, row: RoundRow & { closedAt: Date }): Promise<Frozen> {
    const standings = await this.ranking.standings(tx, teamId);
    const { rubric, preset, weights, ranked } = standings;
    const items: Draft["items"] = [];
    for (const { id } of row.items) items.push(await this.item(tx, id, standings));
    const frozen: Draft = {
      version: 1,
      round: {
        ...{ number: row.number, name: row.name, topic: row.topic },
        on: row.on.toISOString().slice(0, 10),
        host: { id: row.host.id, name: memberName(row.host) },
        startedAt: row.startedAt?.toISOString() ?? null,
        closedAt: row.closedAt.toISOString(),
      },
      rubric: {
        version: rubric.version,
        preset,
        criteria: rubric.criteria.map((one) => ({ ...one, weight: weights[one.key] ?? 0 })),
      },
      ranked,
      attendance: await attendanceOf(tx, row.id),
      items,
    };
    return Frozen.parse(frozen);
  }

  memo(actor: Actor, id: string, { edition }: MemoQuery): Promise<Memo> {
    return this.db.read(actor, async (db) => {
      const row = await roundRow(db, id);
      if (row.frozen === null)
        throw new Problem("conflict", "The memo is there when the round is closed.", {
          code: "rounds.not_closed",
        });
      const recusals = await db.recusal.findMany({ where: { memberId: actor.memberId } });
      const recused = new Set(recusals.map(({ candidateId }) => candidateId));
      return memoOf(Frozen.parse(row.frozen), { edition, recused });
    });
  }

  /** Read afresh: the close has settled what it found open. */
  private async item(tx: Tx, id: string, standings: Standings): Promise<Draft["items"][number]> {
    const item = await tx.agendaItem.findFirstOrThrow({
      where: { id },
      include: { candidate: { include: { champions: { include: { member: withName } } } } },
    });
    const { name, thesis, confidential, revealedAt, champions } = item.candidate;
    const { candidateId } = item;
    return {
      ...{ candidateId, name, thesis, confidential },
      revealed: revealedAt !== null,
      ...(revealedAt ? await this.figures(tx, candidateId, standings) : unseen),
      champions: champions.map(({ member, reason }) => ({
        member: { id: member.id, name: memberName(member) },
        reason,
      })),
      votes: await votesOn(tx, id),
      decision: await decisionOf(tx, item),
    };
  }

  private async figures(tx: Tx, candidateId: string, { rubric, weights, rows }: Standings) {
    const teamScores = await this.sight.teamScores(tx, candidateId);
    const row = rows.get(candidateId);
    const marks = await this.sight.marksSince(tx, candidateId, new Date());
    return {
      rank: row?.rank ?? null,
      total: row?.total ?? null,
      coverage: total(teamScores, rubric.criteria, weights).coverage,
      reviews: row?.reviews ?? 0,
      scores: teamScores,
      marks: marks.map(({ member, marked, summary }) => ({ member, scores: marked, summary })),
    };
  }
}

const none: FrozenItem["scores"] = {};
const unseen = { rank: null, total: null, coverage: 0, reviews: 0, marks: [], scores: none };

async function attendanceOf(tx: Tx, roundId: string) {
  const rows = await tx.attendance.findMany({ where: { roundId }, orderBy: { joinedAt: "asc" } });
  const names = await namesOf(
    tx,
    rows.map(({ memberId }) => memberId),
  );
  return rows.map(({ memberId }) => ({ id: memberId, name: names.get(memberId) ?? "" }));
}

async function decisionOf(
  tx: Tx,
  { decisionId }: Pick<ItemRow, "decisionId">,
): Promise<FrozenItem["decision"]> {
  const row =
    decisionId &&
    (await tx.decision.findFirst({
      where: { id: decisionId, withdrawnAt: null },
      include: { member: withName },
    }));
  if (!row) return null;
  const { ownerId } = row;
  const names = await namesOf(tx, ownerId ? [ownerId] : []);
  return {
    ...(await recordOf(tx, row)),
    owner: ownerId ? { id: ownerId, name: names.get(ownerId) ?? "" } : null,
  };
}
