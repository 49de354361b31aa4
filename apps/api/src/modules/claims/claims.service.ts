import {
  ClaimFacts,
  type ClaimInput,
  type ClaimPatch,
  type Claims,
  ClaimsSeed,
  type ForecastInput,
} from "@highwater/shared/claims/contract";
import { takesForecasts } from "@highwater/shared/claims/law";
import { invalid, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal, unrecorded } from "../../platform/journal.js";
import { readSeed } from "../../platform/seed-file.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { lockTeam } from "../team/team.source.js";
import { claimView, factsView, scoresOf, withForecasts } from "./claim.view.js";

/** What was foretold, who held it how likely, and what came of it. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor): Promise<Claims> {
    return this.db.read(actor, async (db) => {
      const rows = await db.claim.findMany({
        include: withForecasts,
        orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      });
      const items = rows.map((row) => claimView(row, actor.memberId));
      return { items, ...scoresOf(items) };
    });
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, (db) => claimOf(db, id));
  }

  add(actor: Actor, { text, saidOn, dueOn, status, source }: ClaimInput) {
    const { teamId } = actor;
    return this.journal.write(actor, async (tx) => {
      const row = await tx.claim.create({
        data: {
          ...{ teamId, status, source, textEn: text.en, textZh: text.zh },
          ...{ saidOn: new Date(saidOn), dueOn: dueOn === null ? null : new Date(dueOn) },
        },
      });
      return filed(factsView(row), {
        verb: "claims.added",
        subjectId: row.id,
        after: { name: text.en },
      });
    });
  }

  edit(actor: Actor, id: string, patch: ClaimPatch, match: string | undefined) {
    const { teamId } = actor;
    return this.journal.write(actor, async (tx) => {
      await lockClaim(tx, teamId, id);
      const current = await claimOf(tx, id);
      insistOnMatch(match, ClaimFacts, current);
      const { text, saidOn, dueOn, outcome, ...plain } = patch;
      insistOnDays(saidOn ?? current.saidOn, dueOn === undefined ? current.dueOn : dueOn);
      const decided = outcome !== undefined && outcome !== current.outcome;
      const row = await tx.claim.update({
        where: { teamId_id: { teamId, id } },
        data: {
          ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
          ...(text && { textEn: text.en, textZh: text.zh }),
          ...(saidOn !== undefined && { saidOn: new Date(saidOn) }),
          ...(dueOn !== undefined && { dueOn: dueOn === null ? null : new Date(dueOn) }),
          ...(decided && { outcome, decidedOn: outcome === null ? null : new Date() }),
        },
      });
      const after = { name: row.textEn, outcome: row.outcome };
      return filed(factsView(row), {
        verb: decided ? "claims.decided" : "claims.edited",
        subjectId: id,
        before: { name: current.text.en, outcome: current.outcome },
        after,
      });
    });
  }

  /** One's own probability leaves no activity: how many there are is all that others are told. */
  async foresee(actor: Actor, id: string, { probability }: ForecastInput) {
    const { teamId, memberId } = actor;
    return this.journal.write(actor, async (tx) => {
      await lockClaim(tx, teamId, id);
      if (!takesForecasts(await claimOf(tx, id)))
        throw new Problem("conflict", "It is decided: its forecasts stand.", {
          code: "claims.decided",
        });
      const kept = { probability, at: new Date() };
      await tx.forecast.upsert({
        where: { teamId_claimId_memberId: { teamId, claimId: id, memberId } },
        create: { teamId, claimId: id, memberId, ...kept },
        update: kept,
      });
      const row = await tx.claim.findFirst({ where: { id }, include: withForecasts });
      return unrecorded(claimView(found(row, "claim"), memberId));
    });
  }

  async start(actor: Actor): Promise<Claims> {
    await this.journal.write(actor, async (tx) => {
      const { teamId } = actor;
      await lockTeam(tx, teamId);
      if ((await tx.claim.count()) > 0)
        throw new Problem("conflict", "There are claims already.", { code: "claims.started" });
      const seed = await readSeed("claims.json", ClaimsSeed);
      await tx.claim.createMany({
        data: seed.map(({ text, saidOn, dueOn, status, citation }) => ({
          ...{ teamId, status, citation, textEn: text.en, textZh: text.zh },
          ...{ saidOn: new Date(saidOn), dueOn: dueOn === null ? null : new Date(dueOn) },
        })),
      });
      return filed(null, { verb: "claims.started" });
    });
    return this.list(actor);
  }
}

/** Forecasts and the outcome take turns, so that none is given into a claim that was just decided. */
const lockClaim = (tx: Tx, teamId: string, id: string) => tx.$queryRaw`
  select 1 from "Claim" where "teamId" = ${teamId}::uuid and id = ${id}::uuid for update`;

const claimOf = async (db: Pick<ReadDb, "claim">, id: string): Promise<ClaimFacts> =>
  factsView(found(await db.claim.findFirst({ where: { id } }), "claim"));

function insistOnDays(saidOn: string, dueOn: string | null) {
  if (dueOn !== null && dueOn < saidOn)
    throw invalid("#/dueOn", "claims.due_before_said", "It can't be due before it was said.");
}
