import { invalid, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import {
  Release,
  type ReleaseInput,
  type ReleasePatch,
  startingLikelihood,
} from "@highwater/shared/tide/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import { insistOnMatch } from "../../platform/etag.js";
import { filed, Journal } from "../../platform/journal.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { lockTeam } from "../team/team.source.js";
import { levelsOf } from "./catalogue.service.js";
import { releaseView } from "./catalogue.view.js";

/** Events that raise capabilities, before they are published. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  list(actor: Actor) {
    return this.db.read(actor, async (db) => ({ items: await releasesOf(db) }));
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, (db) => releaseOf(db, id));
  }

  add(actor: Actor, input: ReleaseInput) {
    const { teamId } = actor;
    return this.journal.write(actor, async (tx) => {
      await insistOnCapabilities(tx, input.raises);
      const likelihood = input.likelihood ?? startingLikelihood[input.status];
      const { name, note, on, ...facts } = input;
      const { id } = await tx.release.create({
        data: { teamId, ...facts, ...columnsOf({ name, note, on }), likelihood },
      });
      const after = { name: name.en, on };
      return filed(await releaseOf(tx, id), { verb: "tide.release_added", subjectId: id, after });
    });
  }

  edit(actor: Actor, id: string, patch: ReleasePatch, match: string | undefined) {
    const { teamId } = actor;
    return this.journal.write(actor, async (tx) => {
      await lockTeam(tx, teamId);
      const current = await releaseOf(tx, id);
      insistOnMatch(match, Release, current);
      insistOnUnpublished(current);
      await insistOnCapabilities(tx, patch.raises ?? []);
      const { name = current.name, note = current.note, on = current.on, ...facts } = patch;
      const given = Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== undefined));
      await tx.release.update({
        where: { teamId_id: { teamId, id } },
        data: { ...given, ...columnsOf({ name, note, on }) },
      });
      return filed(await releaseOf(tx, id), {
        verb: "tide.release_edited",
        subjectId: id,
        before: { name: current.name.en },
        after: { name: name.en },
      });
    });
  }
}

export function insistOnUnpublished({ publishedAt }: Release) {
  if (publishedAt !== null)
    throw new Problem("conflict", "The release is published: its levels are frozen.", {
      code: "tide.published",
    });
}

type Said = Pick<Release, "name" | "note" | "on">;

const columnsOf = ({ name, note, on }: Said) => ({
  on: new Date(on),
  ...{ nameEn: name.en, nameZh: name.zh, noteEn: note?.en ?? null, noteZh: note?.zh ?? null },
});

export async function releaseOf(db: Pick<ReadDb, "release" | "capability">, id: string) {
  const row = found(await db.release.findFirst({ where: { id } }), "release");
  return releaseView(row, await levelsOf(db));
}

/** By date. */
export async function releasesOf(db: Pick<ReadDb, "release" | "capability">): Promise<Release[]> {
  const levels = await levelsOf(db);
  const rows = await db.release.findMany({ orderBy: [{ on: "asc" }, { id: "asc" }] });
  return rows.map((row) => releaseView(row, levels));
}

async function insistOnCapabilities(
  db: Pick<ReadDb, "capability">,
  raises: readonly { capability: string }[],
) {
  const levels = await levelsOf(db);
  const at = raises.findIndex(({ capability }) => levels[capability] === undefined);
  if (at >= 0)
    throw invalid(
      `#/raises/${at}/capability`,
      "tide.capability_unknown",
      `The catalogue has no capability ${raises[at]?.capability}.`,
    );
}
