import { planned, type Skip } from "@highwater/shared/candidates/bulk";
import { type BulkInput, type BulkReport, maxBulk } from "@highwater/shared/candidates/contract";
import { allow, invalid, Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { found } from "../../platform/db.js";
import { filed, Journal } from "../../platform/journal.js";
import type { Tx } from "../../platform/team-scope.js";
import {
  type Change,
  changeMany,
  editedSince,
  factsOfMany,
  holdChanged,
  holdMany,
  restoreMany,
} from "./bulk.queries.js";
import { insistOnOwner } from "./candidates.service.js";
import type { Selection } from "./candidates.source.js";

type Held = Awaited<ReturnType<typeof factsOfMany>>[number];

const timeout = 120_000;
const editedLater: Skip = {
  code: "candidates.edited_since",
  reason: "Somebody has edited it since.",
};
const unknown: Skip = { code: "missing", reason: "There is no such candidate." };

/** One change to many candidates: whoever can't take it is left and named, the others have it. */
@Injectable()
export class BulkService {
  constructor(private readonly journal: Journal) {}

  edit(actor: Actor, { ids, filter, change }: BulkInput): Promise<BulkReport> {
    const { teamId, memberId } = actor;
    return this.journal.write(
      actor,
      async (tx) => {
        await insistOnOwner(tx, change.ownerId, "#/change/ownerId");
        const held = await this.held(tx, teamId, ids ?? filter ?? []);
        const { changes, skipped } = sorted(held, change);
        const edit = await tx.bulkEdit.create({ data: { teamId, memberId, change } });
        await changeMany(tx, { teamId, bulkEditId: edit.id }, memberId, changes);
        const present = new Set(held.map(({ id }) => id));
        const absent = [...new Set(ids ?? [])].filter((id) => !present.has(id));
        skipped.push(...absent.map((id) => ({ id, name: "", ...unknown })));
        const report = { id: edit.id, changed: changes.length, skipped };
        return filed(report, {
          verb: "candidates.bulk_edited",
          subjectId: edit.id,
          after: { change, changed: changes.length, skipped: skipped.length },
        });
      },
      { timeout },
    );
  }

  undo(actor: Actor, id: string): Promise<BulkReport> {
    const edit = { teamId: actor.teamId, bulkEditId: id };
    return this.journal.write(
      actor,
      async (tx) => {
        await this.closeOnce(tx, actor, id);
        await holdChanged(tx, edit);
        const left = await editedSince(tx, edit);
        const changed = await restoreMany(
          tx,
          edit,
          left.map((row) => row.id),
        );
        const skipped = left.map((row) => ({ ...row, ...editedLater }));
        return filed(
          { id, changed, skipped },
          {
            verb: "candidates.bulk_undone",
            subjectId: id,
            after: { changed, skipped: skipped.length },
          },
        );
      },
      { timeout },
    );
  }

  private async held(tx: Tx, teamId: string, which: readonly string[] | Selection) {
    const ids = await holdMany(tx, teamId, which, maxBulk);
    if (ids.length > maxBulk)
      throw invalid(
        "#/filter",
        "candidates.bulk_too_many",
        `It selects more than ${maxBulk} candidates. Narrow it.`,
      );
    return factsOfMany(tx, teamId, ids);
  }

  /** Of two who undo it at once, the second waits here and is told. */
  private async closeOnce(tx: Tx, actor: Actor, id: string) {
    const { memberId } = found(await tx.bulkEdit.findFirst({ where: { id } }), "bulk edit");
    allow(
      memberId === actor.memberId || atLeast(actor.role, "admin"),
      "Only whoever made this change or an admin may undo it.",
      "candidates.bulk_another",
    );
    const { count } = await tx.bulkEdit.updateMany({
      where: { id, undoneAt: null },
      data: { undoneAt: new Date() },
    });
    if (count === 0)
      throw new Problem("conflict", "This change is undone already.", {
        code: "candidates.bulk_undone",
      });
  }
}

function sorted(held: Held[], change: BulkInput["change"]) {
  const now = new Date().toISOString();
  const changes: Change[] = [];
  const skipped: BulkReport["skipped"] = [];
  for (const row of held) {
    const plan = planned(row, change, now);
    if ("skip" in plan) skipped.push({ id: row.id, name: row.name, ...plan.skip });
    else changes.push({ id: row.id, before: before(row, plan.after), after: plan.after });
  }
  return { changes, skipped };
}

function before(row: Held, after: Change["after"]): Change["before"] {
  const keys = Object.keys(after) as (keyof Change["after"])[];
  return {
    ...Object.fromEntries(keys.map((key) => [key, row[key]])),
    ...(after.stage !== undefined && row.decisionId ? { decisionId: row.decisionId } : {}),
  };
}
