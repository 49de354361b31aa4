import { type DecisionRecord, GateException, Voted } from "@highwater/shared/stages/contract";
import { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";

type Row = Prisma.DecisionGetPayload<{ include: { member: typeof withName } }>;

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** What members go by, by id. */
export async function namesOf(db: Pick<ReadDb, "member">, ids: string[]) {
  const members = await db.member.findMany({ where: { id: { in: ids } }, ...withName });
  return new Map(members.map((member) => [member.id, memberName(member)]));
}

/** A decision with its votes and its exception. Ask `withheld` for whoever is recused. */
export async function recordOf(db: Pick<ReadDb, "round">, row: Row): Promise<DecisionRecord> {
  const round = row.roundId && (await db.round.findFirst({ where: { id: row.roundId } }));
  return {
    outcome: row.outcome,
    reason: row.reason,
    nextLook: day(row.nextLook),
    trigger: row.trigger,
    ownerId: row.ownerId,
    dueOn: day(row.dueOn),
    by: { id: row.memberId, name: memberName(row.member) },
    at: row.at.toISOString(),
    round: round ? { id: round.id, name: round.name, on: day(round.on) ?? "" } : null,
    exception: GateException.nullable().parse(row.exception),
    votes: z.array(Voted).parse(row.votes),
    dissent: z.array(Voted).parse(row.dissent),
    withheld: false,
  };
}

/** Votes and gates tell of the reviews. */
export const withheld = (record: DecisionRecord): DecisionRecord => ({
  ...record,
  exception: null,
  votes: [],
  dissent: [],
  withheld: true,
});
