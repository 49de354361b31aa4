import { moats } from "@highwater/shared/candidates/contract";
import { invalid, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { Vector } from "@highwater/shared/tide/contract";
import { defence } from "@highwater/shared/tide/defence";
import { type ConfirmInput, Reliance, type RelianceInput } from "@highwater/shared/tide/reliance";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";
import { lockTeam } from "../team/team.source.js";
import { reliedOn } from "./afloat.js";
import { defencesOf } from "./catalogue.service.js";

const Moats = z.array(z.enum(moats));
const looked = { reliance: { include: { member: withName } } } as const;

export interface Planted {
  candidateId: string;
  shares: Record<string, number>;
  vectors: Vector[];
}

/** What a candidate leans on: a fact, proposed until a member confirms it. */
@Injectable()
export class RelianceService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  of(actor: Actor, candidateId: string) {
    return this.db.read(actor, (db) => relianceOf(db, candidateId));
  }

  set(actor: Actor, candidateId: string, input: RelianceInput, match: string | undefined) {
    const { teamId, memberId } = actor;
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, teamId);
      const current = await relianceOf(tx, candidateId);
      if (match !== undefined || !current.proposed) insistOnMatch(match, Reliance, current);
      await insistOnLive(tx, candidateId);
      await insistOnCatalogue(tx, input);
      const kept = { items: input.items, vectors: input.vectors ?? current.vectors };
      await tx.reliance.upsert({
        where: { teamId_candidateId: { teamId, candidateId } },
        create: { teamId, candidateId, memberId, ...kept },
        update: { memberId, at: new Date(), ...kept },
      });
      return filed(await relianceOf(tx, candidateId), {
        verb: "tide.reliance_set",
        candidateId,
        after: { items: input.items },
      });
    });
  }

  /** What the sample portfolio comes with, confirmed, in one act. */
  async plant(actor: Actor, kept: readonly Planted[]) {
    const { teamId, memberId } = actor;
    await this.journal.write(actor, async (tx) => {
      await tx.reliance.createMany({
        data: kept.map(({ candidateId, shares, vectors }) => ({
          ...{ teamId, memberId, candidateId, vectors },
          items: Object.entries(shares).map(([capability, share]) => ({
            ...{ capability, share, confirmed: true },
          })),
        })),
      });
      const after = { candidates: kept.length };
      return filed(null, { verb: "tide.reliance_confirmed", after });
    });
  }

  /** Confirms what stands, proposals as they are. Those that are confirmed already stay untouched. */
  confirm(actor: Actor, { vertical, candidateIds }: ConfirmInput) {
    const { teamId, memberId } = actor;
    return this.journal.write(
      actor,
      async (tx) => {
        await lockTeam(tx, teamId);
        const which = vertical === undefined ? { id: { in: candidateIds ?? [] } } : { vertical };
        const rows = await tx.candidate.findMany({
          where: { ...which, archivedAt: null },
          include: looked,
        });
        if (vertical === undefined && rows.length < new Set(candidateIds).size)
          throw invalid("#/candidateIds", "tide.candidate", "Choose candidates of the pipeline.");
        const catalogue = await catalogueOf(tx);
        const data = rows.flatMap((row) => {
          const items = reliedOn(
            row.reliance,
            { ...row, moats: Moats.parse(row.moats) },
            catalogue,
          );
          if (row.reliance && items.every(({ confirmed }) => confirmed)) return [];
          const confirmed = items.map((item) => ({ ...item, confirmed: true }));
          const vectors = row.reliance?.vectors ?? [];
          return [{ teamId, candidateId: row.id, memberId, items: confirmed, vectors }];
        });
        const candidateIdsKept = data.map(({ candidateId }) => candidateId);
        await tx.reliance.deleteMany({ where: { candidateId: { in: candidateIdsKept } } });
        await tx.reliance.createMany({ data });
        return filed(
          { confirmed: data.length },
          {
            verb: "tide.reliance_confirmed",
            after: { candidates: data.length, ...(vertical !== undefined && { name: vertical }) },
          },
        );
      },
      { timeout: 60_000 },
    );
  }
}

const catalogueOf = async (db: Pick<ReadDb, "capability">) =>
  new Set((await db.capability.findMany({ select: { key: true } })).map(({ key }) => key));

async function relianceOf(db: ReadDb, candidateId: string): Promise<Reliance> {
  const row = found(
    await db.candidate.findFirst({ where: { id: candidateId }, include: looked }),
    "candidate",
  );
  const capabilities = await db.capability.findMany();
  const known = new Map(capabilities.map((one) => [one.key, one]));
  const defences = await defencesOf(db);
  const facts = { ...row, moats: Moats.parse(row.moats) };
  return {
    items: reliedOn(row.reliance, facts, new Set(known.keys())).map((item) => {
      const { nameEn, nameZh, level } = known.get(item.capability) ?? {
        ...{ nameEn: item.capability, nameZh: item.capability, level: 0 },
      };
      return { ...item, name: { en: nameEn, zh: nameZh }, level };
    }),
    proposed: row.reliance === null,
    moats: facts.moats.map((moat) => ({ moat, defence: defences[moat] })),
    defence: defence(facts.moats, defences),
    vectors: z.array(Vector).parse(row.reliance?.vectors ?? []),
    by: row.reliance && { id: row.reliance.memberId, name: memberName(row.reliance.member) },
    at: row.reliance?.at.toISOString() ?? null,
  };
}

async function insistOnLive(tx: Tx, id: string) {
  if (await tx.candidate.findFirst({ where: { id, archivedAt: { not: null } } }))
    throw new Problem("conflict", "The candidate is archived. Restore it first.", {
      code: "candidates.archived",
    });
}

async function insistOnCatalogue(tx: Tx, { items }: RelianceInput) {
  const catalogue = await catalogueOf(tx);
  const at = items.findIndex(({ capability }) => !catalogue.has(capability));
  if (at >= 0)
    throw invalid(
      `#/items/${at}/capability`,
      "tide.capability_unknown",
      `The catalogue has no capability ${items[at]?.capability}.`,
    );
}
