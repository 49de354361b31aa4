import type { FileShape, ImportReport } from "@highwater/shared/exchange/contract";
import { Problem } from "@highwater/shared/kernel/problem";
import { Injectable } from "@nestjs/common";
import { again } from "../../platform/again.js";
import { Copy } from "../../platform/copy.js";
import { Db } from "../../platform/db.js";
import { Files } from "../../platform/files.js";
import { Jobs, type RunningJob } from "../../platform/jobs.js";
import { filed, Journal, unrecorded } from "../../platform/journal.js";
import { memberName, standing, withName } from "../../platform/member-name.js";
import { planAgain, planForMany } from "../../platform/planning.js";
import type { Tx } from "../../platform/team-scope.js";
import { FieldsService } from "../fields/fields.service.js";
import { momentOf } from "./extras.queries.js";
import { Bringing } from "./imports.bringing.js";
import { ImportExtras } from "./imports.extras.js";
import {
  archiveAdded,
  countRows,
  indexNames,
  insertCandidates,
  keysComingIn,
  matchPipeline,
  matchSpelling,
  matchWithin,
  mergeRows,
  type Renames,
  restoreMerged,
  workedOn,
} from "./imports.queries.js";
import { rowReader } from "./plain-rows.js";
import { readRows } from "./reading/reading.js";
import { type Plan, pendingKey, planOf } from "./row-plan.js";
import { packed, staging } from "./staging.js";

const long = 600_000;
const atOnce = 1_000;

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
  brings: null,
};

/** The three deeds of an import that outlive their request. Each may be begun again at any time. */
@Injectable()
export class ImportJobs {
  constructor(
    private readonly bringing: Bringing,
    private readonly copy: Copy,
    private readonly db: Db,
    private readonly extras: ImportExtras,
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
      // A job that failed is not begun again: without these words its import would wait for ever.
      await again(() =>
        this.journal.write(actor, async (tx) => {
          await tx.import.updateMany({
            where: { id: subjectId },
            data: { state: "failed", problem },
          });
          return unrecorded(null);
        }),
      );
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
    const source = () => this.files.read(actor, fileId);
    const opened = await this.open(job, found.mapping as string[], { shape, source });
    await this.journal.write(actor, async (tx) => {
      await tx.importRow.deleteMany({ where: { importId } });
      return unrecorded(null);
    });
    await this.copy.into(staging, packed(opened.rows, job), signal);
    signal.throwIfAborted();
    await this.journal.write(
      actor,
      async (tx) => {
        const of = { teamId: actor.teamId, importId };
        const { rows } = await countRows(tx, of);
        await planForMany(tx, rows);
        await matchPipeline(tx, of);
        if (shape.format !== "highwater") await matchWithin(tx, of);
        await planAgain(tx);
        await matchSpelling(tx, of, rows);
        const brings = await opened.close(tx);
        const report = { ...noReport, ...(await countRows(tx, of)), brings };
        await tx.import.updateMany({
          where: { id: importId, state: "checking" },
          data: { state: "checked", report },
        });
        return unrecorded(null);
      },
      { timeout: long },
    );
  }

  /** A plain table by its plan; what brings more than facts along by lines of its own. */
  private async open(
    job: RunningJob,
    mapping: string[],
    { shape, source }: { shape: FileShape; source: () => AsyncGenerator<Buffer> },
  ) {
    this.extras.insistOnRole(job.actor, mapping, shape);
    if (shape.format === "highwater") return this.extras.openPortfolio(job, source);
    const plan = await this.plan(job, mapping, shape);
    const reviews = await this.extras.reviewPlan(job.actor, mapping, shape);
    return reviews
      ? this.extras.openReviews(job, { source, shape }, plan, reviews)
      : { rows: plainRows(readRows(source, shape), plan), close: async () => null };
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
        const shape = found.shape as unknown as FileShape;
        const source = () => this.files.read(actor, found.fileId ?? importId);
        this.extras.insistOnRole(actor, found.mapping as string[], shape);
        await planForMany(tx, (found.report as unknown as ImportReport).rows);
        await matchPipeline(tx, of);
        await planAgain(tx);
        const entering = {
          memberId: actor.memberId,
          fallback: found.duplicates,
          renames:
            shape.format === "highwater"
              ? await this.bringing.makeFields(tx, actor, source)
              : await this.makeFields(tx, actor, found, of),
        };
        const checked = await countRows(tx, of);
        const added = await insertCandidates(tx, of, entering);
        const filled = await mergeRows(tx, of, entering);
        const at = await momentOf(tx);
        const { brings } = found.report as unknown as ImportReport;
        const fallback = found.duplicates;
        const brought = brings
          ? await this.bringing.bring(tx, of, { source, brings, fallback, at })
          : { brings: null, candidates: 0, rows: 0 };
        const merged = filled + brought.candidates;
        const report = {
          ...{ ...noReport, ...checked, added, merged, brings: brought.brings },
          skipped: checked.rows - checked.errors - added - filled - brought.rows,
          failed: checked.errors,
        };
        await tx.import.updateMany({
          where: { id: importId },
          data: { state: "committed", committedAt: at, report },
        });
        await this.jobs.enqueue(tx, actor, {
          kind: "imports.names",
          lane: "names",
          subjectId: importId,
        });
        const reviews = brought.brings?.reviews;
        const after = { file: found.fileName, added, merged, ...(reviews ? { reviews } : {}) };
        return filed(null, { verb: "exchange.imported", subjectId: importId, after });
      },
      { timeout: long },
    );
  }

  /** A field that no row would fill is not made. */
  private async makeFields(
    tx: Tx,
    actor: RunningJob["actor"],
    found: { mapping: unknown; shape: unknown; duplicates: string },
    of: { teamId: string; importId: string },
  ): Promise<Renames> {
    const renames: { from: string; to: string }[] = [];
    const shape = found.shape as FileShape;
    const live = await tx.field.findMany({ where: { archivedAt: null } });
    const { newFields } = planOf(found.mapping as string[], shape, live, new Map());
    const pending = newFields.map(({ index }) => pendingKey(index));
    const coming = await keysComingIn(tx, of, found.duplicates, pending);
    for (const { index, name, type } of newFields) {
      if (!coming.has(pendingKey(index))) continue;
      const same = live.find((field) => field.name.toLowerCase() === name.toLowerCase());
      const field = same ?? (await this.fields.addWithin(tx, actor, { name, type, options: [] }));
      renames.push({ from: pendingKey(index), to: field.key });
      // The next file of this kind finds its field.
      const header = shape.columns[index]?.header ?? name;
      await rememberTarget(tx, actor.teamId, header, `fields.${field.key}`);
    }
    return renames;
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
        const signed = await this.bringing.takeBack(tx, of, found.committedAt);
        const kept = await tx.candidate.findMany({
          where: { id: { in: signed } },
          select: { id: true, name: true },
          orderBy: [{ name: "asc" }, { id: "asc" }],
        });
        left.push(...kept.map((one) => ({ ...one, reason: "reviewed" })));
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

  /** What nobody has to wait for: staged rows go, names become findable by their spelling. */
  private async names({ actor, subjectId: importId, signal, progress }: RunningJob) {
    await this.journal.write(
      actor,
      async (tx) => {
        await tx.importRow.deleteMany({ where: { importId, outcome: { not: "error" } } });
        return unrecorded(null);
      },
      { timeout: long },
    );
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

async function* plainRows(batches: ReturnType<typeof readRows>, plan: Plan) {
  const read = rowReader(plan);
  for await (const batch of batches) yield batch.map((raw) => ({ made: read(raw), extras: null }));
}
