import { allow, invalid, Problem } from "@highwater/shared/kernel/problem";
import {
  type AgendaInput,
  type AgendaOrder,
  longestAgenda,
  Round,
  type RoundInput,
  type RoundPatch,
} from "@highwater/shared/rounds/contract";
import { itemState, raced } from "@highwater/shared/rounds/law";
import { mayArrange, mayHost } from "@highwater/shared/rounds/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { type Entry, filed, Journal } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import { type RoundRow, roundRow, roundSummaries, roundView } from "./round.view.js";

/** Rounds before their meeting: who hosts, what is on the agenda, in which order. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor) {
    return this.db.read(actor, async (db) => ({ items: await roundSummaries(db) }));
  }

  one(actor: Actor, id: string): Promise<Round> {
    return this.db.read(actor, async (db) => roundView(db, await roundRow(db, id)));
  }

  make(actor: Actor, { candidateIds, ...input }: RoundInput) {
    const { teamId } = actor;
    const { hostId = actor.memberId } = input;
    return this.journal.write(actor, async (tx) => {
      await insistOnHost(tx, hostId);
      await tx.$queryRaw`select 1 from "Team" where id = ${teamId}::uuid for update`;
      const last = await tx.round.findFirst({ orderBy: { number: "desc" } });
      const { id } = await tx.round.create({
        data: {
          ...{ teamId, hostId, name: input.name, topic: input.topic },
          on: new Date(input.on),
          number: (last?.number ?? 0) + 1,
        },
      });
      await append(tx, teamId, { id, items: [] }, candidateIds);
      const made = await roundView(tx, await roundRow(tx, id));
      const after = { name: input.name, on: input.on, hostId };
      return filed(made, { verb: "rounds.made", subjectId: id, after });
    });
  }

  edit(actor: Actor, id: string, patch: RoundPatch, match: string | undefined) {
    return this.change(actor, id, async (tx, row) => {
      const current = await roundView(tx, row);
      insistOnMatch(match, Round, current);
      insistOnPlanned(row);
      if (patch.hostId) await insistOnHost(tx, patch.hostId);
      const { on, ...given } = patch;
      const said = Object.entries(given).filter(([, value]) => value !== undefined);
      await tx.round.updateMany({
        where: { id },
        data: { ...Object.fromEntries(said), ...(on ? { on: new Date(on) } : {}) },
      });
      return { verb: "rounds.edited", subjectId: id, after: patch as object };
    });
  }

  async remove(actor: Actor, id: string, match: string | undefined) {
    await this.journal.write(actor, async (tx) => {
      const row = await arranged(tx, actor, id);
      insistOnMatch(match, Round, await roundView(tx, row));
      insistOnPlanned(row);
      await tx.round.deleteMany({ where: { id } });
      return filed(null, { verb: "rounds.removed", subjectId: id, before: { name: row.name } });
    });
  }

  add(actor: Actor, id: string, { candidateIds }: AgendaInput) {
    return this.change(actor, id, async (tx, row) => {
      const added = await append(tx, actor.teamId, row, candidateIds);
      return { verb: "rounds.agenda", subjectId: id, after: { added } };
    });
  }

  /** Refused where somebody has added or taken something out meanwhile. */
  order(actor: Actor, id: string, { order }: AgendaOrder) {
    return this.change(actor, id, async (tx, row) => {
      const known = new Set(row.items.map((item) => item.id));
      if (new Set(order).size !== known.size || !order.every((iid) => known.has(iid)))
        throw raced();
      for (const [position, iid] of order.entries())
        await tx.agendaItem.updateMany({ where: { id: iid }, data: { position } });
      return { verb: "rounds.agenda", subjectId: id, after: { ordered: order.length } };
    });
  }

  drop(actor: Actor, id: string, iid: string) {
    return this.change(actor, id, async (tx, row) => {
      const item = found(
        row.items.find((one) => one.id === iid),
        "agenda item",
      );
      if (itemState(item, item.candidate) !== "waiting")
        throw new Problem("conflict", "The meeting has taken it up already.", {
          code: "rounds.taken_up",
        });
      await tx.agendaItem.deleteMany({ where: { id: iid } });
      return { verb: "rounds.agenda", subjectId: id, before: { removed: item.candidate.name } };
    });
  }

  private change(actor: Actor, id: string, work: (tx: Tx, row: RoundRow) => Promise<Entry>) {
    return this.journal.write(actor, async (tx) => {
      const entry = await work(tx, await arranged(tx, actor, id));
      return filed(await roundView(tx, await roundRow(tx, id)), entry);
    });
  }
}

/** Whoever changes a round takes turns on it. */
export async function lockedRound(tx: Tx, { teamId }: Actor, id: string): Promise<RoundRow> {
  await tx.$queryRaw`
    select 1 from "Round" where "teamId" = ${teamId}::uuid and id = ${id}::uuid for update`;
  return roundRow(tx, id);
}

async function arranged(tx: Tx, actor: Actor, id: string): Promise<RoundRow> {
  const row = await lockedRound(tx, actor, id);
  insistOnOpen(row);
  allow(mayArrange(actor, row), "Its host or an admin arranges a round.", "rounds.not_host");
  return row;
}

export function insistOnOpen({ state }: Pick<RoundRow, "state">) {
  if (state === "closed")
    throw new Problem("conflict", "The round is closed: nothing in it changes any more.", {
      code: "rounds.closed",
    });
}

function insistOnPlanned({ state }: RoundRow) {
  if (state !== "planned")
    throw new Problem("conflict", "The meeting has begun: only the agenda can still change.", {
      code: "rounds.begun",
    });
}

async function insistOnHost(tx: Tx, hostId: string) {
  const member = await tx.member.findFirst({
    where: { id: hostId, sample: false, suspendedAt: null },
  });
  if (!member || !mayHost(member))
    throw invalid("#/hostId", "rounds.host", "Choose a host among the reviewers of this team.");
}

/** At the end of the agenda, in the order given; who stands on it already stays where they are. */
async function append(
  tx: Tx,
  teamId: string,
  { id: roundId, items }: { id: string; items: { candidateId: string; position: number }[] },
  candidateIds: string[],
): Promise<number> {
  const there = new Set(items.map(({ candidateId }) => candidateId));
  const fresh = [...new Set(candidateIds)].filter((id) => !there.has(id));
  if (items.length + fresh.length > longestAgenda)
    throw invalid("#/candidateIds", "rounds.agenda_full", `At most ${longestAgenda} candidates.`);
  const where = { id: { in: fresh }, archivedAt: null };
  if ((await tx.candidate.count({ where })) < fresh.length)
    throw invalid("#/candidateIds", "rounds.candidate", "Choose candidates of the pipeline.");
  const end = Math.max(-1, ...items.map(({ position }) => position)) + 1;
  await tx.agendaItem.createMany({
    data: fresh.map((candidateId, at) => ({ teamId, roundId, candidateId, position: end + at })),
  });
  return fresh.length;
}
