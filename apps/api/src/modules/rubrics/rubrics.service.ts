import { Text } from "@highwater/shared/kernel/contract";
import {
  CriterionContent,
  Gate,
  Preset,
  type Rubric,
  RubricSeed,
} from "@highwater/shared/rubrics/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { Prisma as Generated } from "../../generated/prisma/client.js";
import { Db, found } from "../../platform/db.js";
import { readSeed } from "../../platform/seed-file.js";
import type { ReadDb, Tx } from "../../platform/team-scope.js";

/** Reading needs a team and nothing else. */
type InTeam = { teamId: string };

@Injectable()
export class RubricsService {
  constructor(private readonly db: Db) {}

  list(actor: InTeam) {
    return this.db.read(actor, async (db) => {
      const rows = await db.rubric.findMany({ orderBy: { version: "desc" } });
      return {
        items: rows.map(({ id, version, name, publishedAt }, at) => ({
          id,
          version,
          name: Text.parse(name),
          publishedAt: publishedAt.toISOString(),
          active: at === 0,
        })),
      };
    });
  }

  /** The highest published version. */
  active(actor: InTeam): Promise<Rubric> {
    return this.db.read(actor, activeRubric);
  }

  /** Version 1 of a new team: the rubric of the minutes. */
  async plant(tx: Tx, teamId: string) {
    const seed = await readSeed("rubric.json", RubricSeed);
    const { name, source, presets, gates } = seed;
    const rubric = await tx.rubric.create({
      data: { teamId, version: 1, name, source, presets, gates },
    });
    for (const [position, { key, inverted, weight, ...content }] of seed.criteria.entries()) {
      const revision = await tx.criterionRevision.create({
        data: { teamId, key, number: 1, inverted, content: CriterionContent.parse(content) },
      });
      await tx.rubricCriterion.create({
        data: { teamId, rubricId: rubric.id, revisionId: revision.id, position, weight },
      });
    }
  }
}

const inOrder = {
  criteria: { orderBy: { position: "asc" }, include: { revision: true } },
} as const;

/** The rubric in force, for whoever already holds a connection. */
export const activeRubric = async (db: Pick<ReadDb, "rubric">): Promise<Rubric> =>
  rubricOf(
    found(await db.rubric.findFirst({ orderBy: { version: "desc" }, include: inOrder }), "rubric"),
  );

/** Every published version, the oldest first. */
export const everyRubric = async (db: Pick<ReadDb, "rubric">): Promise<Rubric[]> =>
  (await db.rubric.findMany({ orderBy: { version: "asc" }, include: inOrder })).map(rubricOf);

type Row = Generated.RubricGetPayload<{ include: typeof inOrder }>;

function rubricOf(row: Row): Rubric {
  return {
    id: row.id,
    version: row.version,
    name: Text.parse(row.name),
    source: Text.parse(row.source),
    publishedAt: row.publishedAt.toISOString(),
    criteria: row.criteria.map(({ weight, revision }) => ({
      ...CriterionContent.parse(revision.content),
      key: revision.key,
      revisionId: revision.id,
      revision: revision.number,
      inverted: revision.inverted,
      weight,
    })),
    presets: z.array(Preset).parse(row.presets),
    gates: z.array(Gate).parse(row.gates),
  };
}

export interface Published {
  id: string;
  version: number;
  /** Criterion → the revision that it has there. */
  revisions: ReadonlyMap<string, string>;
}

/** Every version, the one in force first: what a review of another day was scored by. */
export async function publishedRubrics(db: Pick<ReadDb, "rubric">): Promise<Published[]> {
  const rows = await db.rubric.findMany({
    orderBy: { version: "desc" },
    include: { criteria: { include: { revision: { select: { key: true } } } } },
  });
  return rows.map(({ id, version, criteria }) => ({
    id,
    version,
    revisions: new Map(criteria.map(({ revision, revisionId }) => [revision.key, revisionId])),
  }));
}
