import { invalid } from "@highwater/shared/kernel/problem";
import {
  DuelAnswers,
  TradeOffAnswers,
  type TradeOffGroup,
} from "@highwater/shared/preferences/contract";
import { enoughAnswers, weightsFrom } from "@highwater/shared/preferences/tradeoffs";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { Journal, unrecorded } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { activeRubric } from "../rubrics/rubrics.service.js";

const contracts = { tradeOffs: TradeOffAnswers, duels: DuelAnswers };
type Kind = keyof typeof contracts;

/** What members prefer when they are asked two at a time. It touches neither scores nor the rubric. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  tradeOffs(actor: Actor): Promise<TradeOffAnswers> {
    return this.db.read(actor, (db) => ownAnswers(db, actor, "tradeOffs"));
  }

  duels(actor: Actor): Promise<DuelAnswers> {
    return this.db.read(actor, (db) => ownAnswers(db, actor, "duels"));
  }

  /** Everybody's weights, to whoever has answered enough to have weights too. */
  group(actor: Actor): Promise<TradeOffGroup> {
    return this.db.read(actor, async (db) => {
      const criteria = (await activeRubric(db)).criteria.map(({ key }) => key);
      const rows = await db.preference.findMany({
        where: { kind: "tradeOffs", member: { removedAt: null } },
        include: { member: withName },
        orderBy: { memberId: "asc" },
      });
      const finished = rows.flatMap(({ memberId, member, answers: kept }) => {
        const { answers } = TradeOffAnswers.parse(kept);
        if (answers.length < enoughAnswers) return [];
        const { weights } = weightsFrom(criteria, answers);
        return [{ id: memberId, name: memberName(member), weights }];
      });
      const mine = finished.some(({ id }) => id === actor.memberId);
      const members = mine ? finished : [];
      return { finished: mine, count: finished.length, criteria, members };
    });
  }

  saveTradeOffs(actor: Actor, input: TradeOffAnswers, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      const kept = await ownAnswers(tx, actor, "tradeOffs");
      await insistOnCriteria(tx, input, kept);
      return unrecorded(await keep(tx, actor, "tradeOffs", input, match));
    });
  }

  saveDuels(actor: Actor, input: DuelAnswers, match: string | undefined) {
    return this.journal.write(actor, async (tx) => {
      const kept = await ownAnswers(tx, actor, "duels");
      await insistOnRevealed(tx, actor, input, kept);
      return unrecorded(await keep(tx, actor, "duels", input, match));
    });
  }
}

type Answers<K extends Kind> = ReturnType<(typeof contracts)[K]["parse"]>;

async function ownAnswers<K extends Kind>(
  db: Pick<ReadDb, "preference">,
  { memberId }: Actor,
  kind: K,
): Promise<Answers<K>> {
  const row = await db.preference.findFirst({ where: { memberId, kind } });
  return contracts[kind].parse(row?.answers ?? { answers: [] }) as Answers<K>;
}

async function keep<K extends Kind>(
  tx: Tx,
  actor: Actor,
  kind: K,
  input: Answers<K>,
  match: string | undefined,
): Promise<Answers<K>> {
  const { teamId, memberId } = actor;
  await tx.$queryRaw`
    select 1 from "Member" where "teamId" = ${teamId}::uuid and id = ${memberId}::uuid for update`;
  insistOnMatch(match, contracts[kind], await ownAnswers(tx, actor, kind));
  const kept = { answers: input, savedAt: new Date() };
  await tx.preference.upsert({
    where: { teamId_memberId_kind: { teamId, memberId, kind } },
    create: { teamId, memberId, kind, ...kept },
    update: kept,
  });
  return input;
}

/** What is kept already was right when it was given, and must not bar the next answer. */
async function insistOnCriteria(tx: Tx, { answers }: TradeOffAnswers, kept: TradeOffAnswers) {
  const criteria = (await activeRubric(tx)).criteria.map(({ key }) => key);
  const before = kept.answers.flatMap(({ first, second }) => [first.criterion, second.criterion]);
  const known = new Set([...criteria, ...before]);
  answers.forEach(({ first, second }, at) => {
    for (const [side, { criterion }] of Object.entries({ first, second }))
      if (!known.has(criterion))
        throw invalid(
          `#/answers/${at}/${side}/criterion`,
          "preferences.criterion_unknown",
          "The rubric has no such criterion.",
        );
  });
}

/** Only of revealed candidates that one may see, as the team's ranking has them; kept answers stand whatever came later. */
async function insistOnRevealed(
  tx: Tx,
  { memberId }: Actor,
  { answers }: DuelAnswers,
  kept: DuelAnswers,
) {
  const named = answers.flatMap(({ first, second }) => [first, second]);
  const rows = await tx.candidate.findMany({
    where: {
      id: { in: named },
      revealedAt: { not: null },
      recusals: { none: { memberId } },
    },
    select: { id: true },
  });
  const before = kept.answers.flatMap(({ first, second }) => [first, second]);
  const known = new Set([...rows.map(({ id }) => id), ...before]);
  const at = named.findIndex((id) => !known.has(id));
  if (at >= 0)
    throw invalid(
      `#/answers/${Math.floor(at / 2)}/${at % 2 === 0 ? "first" : "second"}`,
      "preferences.candidate_unknown",
      "There is no such candidate in the team’s ranking.",
    );
}
