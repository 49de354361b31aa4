import { invalid } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { Scenario, type ScenarioInput, type ScenarioPatch } from "@highwater/shared/tide/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.js";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { lockTeam } from "../team/team.source.js";

/** What is simulated, kept for the team under a name. */
@Injectable()
export class ScenariosService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor) {
    return this.db.read(actor, async (db) => {
      const rows = await db.scenario.findMany({ include: named, orderBy: { id: "asc" } });
      return { items: rows.map(scenarioView) };
    });
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, (db) => scenarioOf(db, id));
  }

  save(actor: Actor, input: ScenarioInput) {
    const { teamId, memberId } = actor;
    return this.journal.write(actor, async (tx) => {
      await insistOnReleases(tx, input.releaseIds);
      const { id } = await tx.scenario.create({ data: { teamId, memberId, ...input } });
      const after = { name: input.name };
      return filed(await scenarioOf(tx, id), { verb: "tide.scenario_saved", subjectId: id, after });
    });
  }

  edit(actor: Actor, id: string, patch: ScenarioPatch, match: string | undefined) {
    const { teamId } = actor;
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, teamId);
      const current = await scenarioOf(tx, id);
      insistOnMatch(match, Scenario, current);
      await insistOnReleases(tx, patch.releaseIds ?? []);
      const given = Object.fromEntries(Object.entries(patch).filter(([, v]) => v !== undefined));
      await tx.scenario.update({ where: { teamId_id: { teamId, id } }, data: given });
      return filed(await scenarioOf(tx, id), {
        verb: "tide.scenario_edited",
        subjectId: id,
        before: { name: current.name },
        after: { name: patch.name ?? current.name },
      });
    });
  }

  async remove(actor: Actor, id: string) {
    await this.journal.write(actor, async (tx) => {
      const { name } = await scenarioOf(tx, id);
      await tx.scenario.deleteMany({ where: { id } });
      return filed(null, { verb: "tide.scenario_removed", subjectId: id, before: { name } });
    });
  }
}

const named = { member: withName } satisfies Prisma.ScenarioInclude;

const scenarioView = (row: Prisma.ScenarioGetPayload<{ include: typeof named }>): Scenario => ({
  id: row.id,
  name: row.name,
  releaseIds: row.releaseIds,
  likelihoods: z.record(z.string(), z.number()).parse(row.likelihoods),
  months: row.months,
  base: row.base,
  period: row.period,
  by: { id: row.memberId, name: memberName(row.member) },
});

async function scenarioOf(db: Pick<ReadDb, "scenario">, id: string) {
  const row = await db.scenario.findFirst({ where: { id }, include: named });
  return scenarioView(found(row, "scenario"));
}

/** Releases that are named must be there. */
export async function insistOnReleases(db: Pick<ReadDb, "release">, ids: readonly string[]) {
  const known = new Set((await db.release.findMany({ select: { id: true } })).map(({ id }) => id));
  const at = ids.findIndex((id) => !known.has(id));
  if (at >= 0)
    throw invalid(`#/releaseIds/${at}`, "tide.release_unknown", "There is no such release.");
}
