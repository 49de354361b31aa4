import type { FileShape, ImportReport } from "@highwater/shared/exchange/contract";
import { Problem } from "@highwater/shared/kernel/problem";
import { Injectable } from "@nestjs/common";
import { Copy, copyLine } from "../../platform/copy.js";
import { Db } from "../../platform/db.js";
import { Files } from "../../platform/files.js";
import { Jobs, type RunningJob } from "../../platform/jobs.js";
import { filed, Journal, unrecorded } from "../../platform/journal.js";
import { memberName, standing, withName } from "../../platform/member-name.js";
import type { Tx } from "../../platform/team-scope.js";
import { FieldsService } from "../fields/fields.service.js";
import {
  archiveAdded,
  countRows,
  indexNames,
  insertCandidates,
  matchPipeline,
  matchSpelling,
  matchWithin,
  mergeRows,
  renameField,
  restoreMerged,
  workedOn,
} from "./imports.queries.js";
import { readRows } from "./reading/reading.js";
import { type Plan, pendingKey, planOf, type StagedRow, stage } from "./row-plan.js";

const staged = `"ImportRow" ("teamId", "importId", row, outcome, name, "nameKey", "websiteKey", "matchId", facts, fields, errors)`;
const long = 600_000;
const atOnce = 5_000;

const noReport: ImportReport = {
  rows: 0,
  ready: 0,
  duplicates: 0,
  errors: 0,
  added: null,
  merged: null,
  skipped: null,
  failed: null,
  undone: null,
  left: [],
};

/** The three deeds of an import that outlive their request. Each may be begun again at any time. */
@Injectable()
export class ImportJobs {
  constructor(
    private readonly copy: Copy,
    private readonly db: Db,
    private readonly fields: FieldsService,
    private readonly files: Files,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {
    jobs.register("imports.check", (job) => this.guarded(job, () => this.check(job)));
    jobs.register("imports.commit", (job) => this.guarded(job, () => this.commit(job)));
    jobs.register("imports.undo", (job) => this.guarded(job, () => this.undo(job)));
    jobs.register("imports.names", (job) => this.names(job));
  }

  /** A refusal becomes the import's own words; a stop or a cancel is the queue's affair. */
  private async guarded({ actor, subjectId, signal }: RunningJob, work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      if (signal.aborted) throw error;
      const own = error instanceof Problem;
      const problem = {
        code: own ? error.code : "internal",
        detail: own
          ? error.message
          : "Something broke on our side. Nothing was changed; try again.",
        row: null,
        column: null,
      };
      await this.journal.write(actor, async (tx) => {
        await tx.import.updateMany({
          where: { id: subjectId },
          data: { state: "failed", problem },
        });
        return unrecorded(null);
      });
      throw error;
    }
  }

  /** A dry run: every row is read and judged; nothing of the pipeline changes. */
  private async check(job: RunningJob) {
    const { actor, subjectId: importId, signal } = job;
    const found = await this.db.read(actor, (db) =>
      db.import.findFirst({ where: { id: importId, state: "checking" } }),
    );
    if (!found?.fileId) return;
    const { fileId } = found;
    const shape = found.shape as unknown as FileShape;
    const plan = await this.plan(job, found.mapping as string[], shape);
    await this.journal.write(actor, async (tx) => {
      await tx.importRow.deleteMany({ where: { importId } });
      return unrecorded(null);
    });
    const rows = readRows(() => this.files.read(actor, fileId), shape);
    await this.copy.into(staged, lines(rows, plan, { ...job, importId }), signal);
    signal.throwIfAborted();
    await this.journal.write(
      actor,
      async (tx) => {
        const of = { teamId: actor.teamId, importId };
        await matchPipeline(tx, of);
        await matchWithin(tx, of);
        await matchSpelling(tx, of, (await countRows(tx, of)).rows);
        const report = { ...noReport, ...(await countRows(tx, of)) };
        await tx.import.updateMany({
          where: { id: importId, state: "checking" },
          data: { state: "checked", report },
        });
        return unrecorded(null);
      },
      { timeout: long },
    );
  }

  private plan({ actor }: RunningJob, mapping: string[], shape: FileShape): Promise<Plan> {
    return this.db.read(actor, async (db) => {
      const fields = await db.field.findMany({ where: { archivedAt: null } });
      const members = await db.member.findMany({
        where: { sample: false, ...standing },
        select: { ...withName.select, user: { select: { name: true, email: true } } },
      });
      const owners = members.flatMap((member) => [
        [memberName(member).toLowerCase(), member.id] as const,
        [member.user?.email ?? "", member.id] as const,
      ]);
      return planOf(mapping, shape, fields, new Map(owners));
    });
  }

  /** One transaction: all of it stands afterwards, or none. */
  private async commit({ actor, subjectId: importId, signal }: RunningJob) {
    signal.throwIfAborted();
    const of = { teamId: actor.teamId, importId };
    await this.journal.write(
      actor,
      async (tx) => {
        const found = await tx.import.findFirst({ where: { id: importId, state: "committing" } });
        if (!found) return unrecorded(null);
        await this.makeFields(tx, actor, found, of);
        await matchPipeline(tx, of);
        const checked = await countRows(tx, of);
        const added = await insertCandidates(tx, of, actor.memberId, found.duplicates);
        const merged = await mergeRows(tx, of, found.duplicates);
        const report = {
          ...noReport,
          ...checked,
          added,
          merged,
          skipped: checked.rows - checked.errors - added - merged,
          failed: checked.errors,
        };
        await tx.import.updateMany({
          where: { id: importId },
          data: { state: "committed", committedAt: new Date(), report },
        });
        await tx.importRow.deleteMany({ where: { importId, outcome: { not: "error" } } });
        await this.jobs.enqueue(tx, actor, {
          kind: "imports.names",
          lane: "names",
          subjectId: importId,
        });
        const after = { file: found.fileName, added, merged };
        return filed(null, { verb: "exchange.imported", subjectId: importId, after });
      },
      { timeout: long },
    );
  }

  private async makeFields(
    tx: Tx,
    actor: RunningJob["actor"],
    found: { mapping: unknown; shape: unknown },
    of: { teamId: string; importId: string },
  ) {
    const shape = found.shape as FileShape;
    const live = await tx.field.findMany({ where: { archivedAt: null } });
    const { newFields } = planOf(found.mapping as string[], shape, live, new Map());
    for (const { index, name, type } of newFields) {
      const same = live.find((field) => field.name.toLowerCase() === name.toLowerCase());
      const field = same ?? (await this.fields.addWithin(tx, actor, { name, type, options: [] }));
      await renameField(tx, of, pendingKey(index), field.key);
      // The next file of this kind finds its field.
      const header = shape.columns[index]?.header ?? name;
      await rememberTarget(tx, of.teamId, header, `fields.${field.key}`);
    }
  }

  private async undo({ actor, subjectId: importId }: RunningJob) {
    const of = { teamId: actor.teamId, importId };
    await this.journal.write(
      actor,
      async (tx) => {
        const found = await tx.import.findFirst({ where: { id: importId, state: "undoing" } });
        if (!found) return unrecorded(null);
        const left = await workedOn(tx, actor, importId);
        const undone = await archiveAdded(
          tx,
          of,
          left.map(({ id }) => id),
        );
        await restoreMerged(tx, of);
        await tx.import.updateMany({
          where: { id: importId },
          data: {
            state: "undone",
            undoneAt: new Date(),
            report: { ...(found.report as unknown as ImportReport), undone, left },
          },
        });
        const after = { file: found.fileName, undone, left: left.length };
        return filed(null, { verb: "exchange.undone", subjectId: importId, after });
      },
      { timeout: long },
    );
  }

  private async names({ actor, subjectId: importId, signal, progress }: RunningJob) {
    for (let done = 0, more = atOnce; more > 0; ) {
      signal.throwIfAborted();
      more = await this.journal.write(
        actor,
        async (tx) => unrecorded(await indexNames(tx, { teamId: actor.teamId, importId }, atOnce)),
        { timeout: long },
      );
      done += more;
      await progress(done);
    }
  }
}

export async function rememberTarget(tx: Tx, teamId: string, header: string, target: string) {
  await tx.importHeader.upsert({
    where: { teamId_header: { teamId, header } },
    create: { teamId, header, target },
    update: { target },
  });
}

function lineOf(teamId: string, importId: string, made: StagedRow): string {
  const wrong = made.errors.length > 0;
  return copyLine([
    teamId,
    importId,
    made.row,
    wrong ? "error" : "ready",
    made.name,
    made.nameKey,
    made.websiteKey,
    made.id,
    JSON.stringify(made.facts),
    JSON.stringify(made.fields),
    wrong ? JSON.stringify(made.errors) : null,
  ]);
}

/** Rows as COPY reads them, some hundred at a time. */
async function* lines(
  rows: ReturnType<typeof readRows>,
  plan: Plan,
  { actor, importId, signal, progress }: RunningJob & { importId: string },
): AsyncGenerator<string> {
  let held = "";
  let count = 0;
  for await (const row of rows) {
    held += lineOf(actor.teamId, importId, stage(row, plan));
    count += 1;
    if (held.length < 64 * 1024) continue;
    yield held;
    held = "";
    signal.throwIfAborted();
    await progress(count);
  }
  if (held !== "") yield held;
}
