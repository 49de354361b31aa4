import { Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import {
  Capability,
  type CapabilityInput,
  type CapabilityPatch,
  startingLikelihood,
  TideSeed,
} from "@highwater/shared/tide/contract";
import { type Defences, startingDefences } from "@highwater/shared/tide/defence";
import type { Levels } from "@highwater/shared/tide/exposure";
import { DefenceTable } from "@highwater/shared/tide/reliance";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import { readSeed } from "../../platform/seed-file.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { lockTeam } from "../team/team.source.js";
import { capabilityView, withLevels } from "./catalogue.view.js";

/** What models can do, and what holds them back. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor) {
    return this.db.read(actor, async (db) => {
      const rows = await db.capability.findMany({ include: withLevels, orderBy: { id: "asc" } });
      return { items: rows.map(capabilityView) };
    });
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, (db) => capabilityOf(db, id));
  }

  add(actor: Actor, { name, ...input }: CapabilityInput) {
    const { teamId, memberId } = actor;
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, teamId);
      if (await tx.capability.findFirst({ where: { key: input.key } })) throw taken(input.key);
      const { id } = await tx.capability.create({
        data: { teamId, ...input, nameEn: name.en, nameZh: name.zh },
      });
      const { level, status, source } = input;
      await tx.capabilityLevel.create({
        data: { teamId, capabilityId: id, level, status, source, memberId },
      });
      const after = { name: name.en, level };
      return filed(await capabilityOf(tx, id), {
        verb: "tide.capability_added",
        subjectId: id,
        after,
      });
    });
  }

  /** A new level, status or source is a new line of the history. */
  edit(actor: Actor, id: string, { name, ...patch }: CapabilityPatch, match: string | undefined) {
    const { teamId, memberId } = actor;
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, teamId);
      const current = await capabilityOf(tx, id);
      insistOnMatch(match, Capability, current);
      const { level = current.level, status = current.status, source = current.source } = patch;
      await tx.capability.update({
        where: { teamId_id: { teamId, id } },
        data: { level, status, source, ...(name && { nameEn: name.en, nameZh: name.zh }) },
      });
      if (Object.keys(patch).length > 0)
        await tx.capabilityLevel.create({
          data: { teamId, capabilityId: id, level, status, source, memberId },
        });
      return filed(await capabilityOf(tx, id), {
        verb: "tide.capability_edited",
        subjectId: id,
        before: { name: current.name.en, level: current.level },
        after: { name: (name ?? current.name).en, level },
      });
    });
  }

  defences(actor: Actor) {
    return this.db.read(actor, defencesOf);
  }

  setDefences(actor: Actor, defences: DefenceTable, match: string | undefined) {
    const { teamId } = actor;
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, teamId);
      const before = await defencesOf(tx);
      insistOnMatch(match, DefenceTable, before);
      await tx.defenceTable.upsert({
        where: { teamId },
        create: { teamId, defences },
        update: { defences },
      });
      return filed(defences, { verb: "tide.defences_edited", before, after: defences });
    });
  }

  /** For a team that is older than the tide. */
  async start(actor: Actor) {
    await this.journal.write(actor, async (tx) => {
      await lockTeam(tx, actor.teamId);
      if ((await tx.capability.count()) > 0)
        throw new Problem("conflict", "The catalogue has capabilities already.", {
          code: "tide.started",
        });
      await this.plant(tx, actor.teamId);
      return filed(null, { verb: "tide.started" });
    });
    return this.list(actor);
  }

  /** The catalogue and the releases of the minutes, for a new team. */
  async plant(tx: Tx, teamId: string) {
    const { capabilities, releases } = await readSeed("tide.json", TideSeed);
    const planted = await tx.capability.createManyAndReturn({
      data: capabilities.map(({ name, ...facts }) => ({
        ...{ teamId, ...facts },
        ...{ nameEn: name.en, nameZh: name.zh },
      })),
    });
    await tx.capabilityLevel.createMany({
      data: planted.map(({ id, level, status }) => ({ teamId, capabilityId: id, level, status })),
    });
    await tx.release.createMany({
      data: releases.map(({ key: _, name, note, on, likelihood, ...facts }) => ({
        ...{ teamId, ...facts, on: new Date(on) },
        ...{ nameEn: name.en, nameZh: name.zh },
        ...{ noteEn: note?.en ?? null, noteZh: note?.zh ?? null },
        likelihood: likelihood ?? startingLikelihood[facts.status],
      })),
    });
  }
}

const taken = (key: string) =>
  new Problem("conflict", `There is a capability with the key ${key} already.`, {
    code: "tide.key_taken",
    errors: [{ pointer: "#/key", code: "tide.key_taken", message: "Choose another key." }],
  });

async function capabilityOf(db: Pick<ReadDb, "capability">, id: string) {
  const row = await db.capability.findFirst({ where: { id }, include: withLevels });
  return capabilityView(found(row, "capability"));
}

/** The base levels of the moment. */
export async function levelsOf(db: Pick<ReadDb, "capability">): Promise<Levels> {
  const rows = await db.capability.findMany({ select: { key: true, level: true } });
  return Object.fromEntries(rows.map(({ key, level }) => [key, level]));
}

export async function defencesOf(db: Pick<ReadDb, "defenceTable">): Promise<Defences> {
  const row = await db.defenceTable.findFirst();
  return row ? DefenceTable.parse(row.defences) : startingDefences;
}
