import {
  type CheckInput,
  type CommitInput,
  type FileShape,
  type Import,
  type ImportReport,
  maxImportBytes,
  type RowChoice,
  type RowError,
  type RowsQuery,
  type ShapeInput,
} from "@highwater/shared/exchange/contract";
import { guarded } from "@highwater/shared/exchange/formula";
import { normaliseHeader } from "@highwater/shared/exchange/headers";
import { proposeTargets } from "@highwater/shared/exchange/mapping";
import { isReviewTarget } from "@highwater/shared/exchange/scores";
import { Problem } from "@highwater/shared/kernel/problem";
import type { Actor } from "@highwater/shared/team/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { Injectable } from "@nestjs/common";
import { stringify } from "csv-stringify/sync";
import type { z } from "zod";
import type { Import as Row } from "../../generated/prisma/client.js";
import { Db, found } from "../../platform/db.js";
import { Files } from "../../platform/files.js";
import { Jobs } from "../../platform/jobs.js";
import { filed, Journal, unrecorded } from "../../platform/journal.js";
import { memberName, withName } from "../../platform/member-name.js";
import type { Sending } from "../../platform/streams.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { ImportExtras } from "./imports.extras.js";
import { rememberTarget } from "./imports.jobs.js";
import { type Layout, refusal } from "./reading/raw.js";
import { inspect } from "./reading/reading.js";
import { rowView } from "./row.view.js";
import { planOf } from "./row-plan.js";

type State = Import["state"];

const wrongState = () =>
  new Problem("conflict", "The import is not where this can be done. Look at it again.", {
    code: "imports.state",
  });

/** A file's way into the pipeline, step by step. What takes long is done by a job. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly db: Db,
    private readonly extras: ImportExtras,
    private readonly files: Files,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {}

  /** The host's command line, which holds the database anyway, may bring larger files. */
  async begin(actor: Actor, fileName: string, sending: Sending, limit = maxImportBytes) {
    const file = await this.files.receive(actor, { name: fileName, limit }, sending);
    const discard = () =>
      this.journal.write(actor, async (tx) => unrecorded(await this.files.remove(tx, file.id)));
    const shape = await this.shapeOf(actor, file, {})
      .then((found) => {
        this.extras.insistOnRole(actor, [], found);
        return found;
      })
      .catch(async (error: unknown) => {
        await discard();
        throw error;
      });
    const { id } = await this.journal.write(actor, async (tx) => {
      const row = await tx.import.create({
        data: {
          teamId: actor.teamId,
          memberId: actor.memberId,
          fileId: file.id,
          fileName,
          shape,
        },
      });
      return filed(row, { verb: "exchange.begun", subjectId: row.id, after: { file: fileName } });
    });
    return this.one(actor, id);
  }

  list(actor: Actor) {
    return this.db.read(actor, async (db) => {
      const rows = await db.import.findMany({ orderBy: { createdAt: "desc" }, take: 100 });
      return { items: await Promise.all(rows.map((row) => this.view(db, row, actor))) };
    });
  }

  one(actor: Actor, id: string) {
    return this.db.read(actor, async (db) =>
      this.view(db, found(await db.import.findFirst({ where: { id } }), "import"), actor),
    );
  }

  /** What was found wrongly is said; the file is looked at again. */
  async reshape(actor: Actor, id: string, wanted: ShapeInput) {
    const row = await this.inState(actor, id, ["mapping", "checked", "failed", "cancelled"]);
    const file = found(
      await this.db.read(actor, (db) => db.file.findFirst({ where: { id: row.fileId ?? id } })),
      "file",
    );
    const shape = await this.shapeOf(actor, file, given(wanted));
    await this.move(actor, id, row.state, { state: "mapping", shape, mapping: [] });
    return this.one(actor, id);
  }

  async check(actor: Actor, id: string, { mapping }: CheckInput) {
    const row = await this.inState(actor, id, ["mapping", "checked", "failed", "cancelled"]);
    const shape = row.shape as unknown as FileShape;
    const laws = await this.db.read(actor, (db) =>
      db.field.findMany({ where: { archivedAt: null } }),
    );
    this.extras.insistOnTargets(actor, mapping);
    this.extras.insistOnRole(actor, mapping, shape);
    if (shape.format !== "highwater") planOf(mapping, shape, laws, new Map());
    await this.extras.reviewPlan(actor, mapping, shape);
    await this.journal.write(actor, async (tx) => {
      const { count } = await tx.import.updateMany({
        where: { id, state: row.state },
        data: { state: "checking", mapping, problem: {} },
      });
      if (count === 0) throw wrongState();
      for (const { index, header } of shape.columns) {
        const target = mapping[index] ?? "skip";
        const key = normaliseHeader(header);
        if (key !== "" && !target.startsWith("new:") && !isReviewTarget(target))
          await rememberTarget(tx, actor.teamId, key, target);
      }
      await this.jobs.enqueue(tx, actor, { kind: "imports.check", lane: "imports", subjectId: id });
      return unrecorded(null);
    });
    return this.one(actor, id);
  }

  async commit(actor: Actor, id: string, { duplicates }: CommitInput) {
    this.insistOnRole(actor, await this.inState(actor, id, ["checked"]));
    await this.move(actor, id, "checked", { state: "committing", duplicates }, "imports.commit");
    return this.one(actor, id);
  }

  async undo(actor: Actor, id: string) {
    const row = await this.inState(actor, id, ["committed"]);
    this.insistOnRole(actor, row);
    await this.move(actor, id, "committed", { state: "undoing" }, "imports.undo");
    return this.one(actor, id);
  }

  /** A check stops and may be begun again; a commit that has begun is only undone afterwards. */
  async cancel(actor: Actor, id: string) {
    const row = await this.inState(actor, id, ["mapping", "checking", "checked", "committing"]);
    const asked = await this.jobs.cancel(actor, id);
    if (row.state === "committing" && asked !== "cancelled") throw wrongState();
    await this.move(actor, id, row.state, {
      state: row.state === "committing" ? "checked" : "cancelled",
    });
    return this.one(actor, id);
  }

  rows(actor: Actor, id: string, { outcome, after, limit }: RowsQuery) {
    return this.db.read(actor, async (db) => {
      const of = found(await db.import.findFirst({ where: { id } }), "import");
      const rows = await db.importRow.findMany({
        where: { importId: id, row: { gt: after }, ...(outcome ? { outcome } : {}) },
        orderBy: { row: "asc" },
        take: limit + 1,
      });
      const views = await Promise.all(rows.slice(0, limit).map((row) => rowView(db, row)));
      const items = isOwn(of, actor)
        ? views
        : views.map((view) => ({ ...view, errors: view.errors.map(withoutValue) }));
      return { items, nextAfter: rows.length > limit ? (items.at(-1)?.row ?? null) : null };
    });
  }

  choose(actor: Actor, id: string, row: number, { choice }: RowChoice) {
    return this.journal.write(actor, async (tx) => {
      const { count } = await tx.importRow.updateMany({
        where: { importId: id, row, outcome: "duplicate" },
        data: { choice },
      });
      if (count === 0) throw new Problem("missing", "There is no such duplicate row.");
      const changed = found(await tx.importRow.findFirst({ where: { importId: id, row } }), "row");
      return unrecorded(await rowView(tx, changed));
    });
  }

  /** For a spreadsheet: row, column, value, reason. */
  errors(actor: Actor, id: string): Promise<string> {
    return this.db.read(actor, async (db) => {
      const of = found(await db.import.findFirst({ where: { id } }), "import");
      const rows = await db.importRow.findMany({
        where: { importId: id, outcome: "error" },
        orderBy: { row: "asc" },
        take: 100_000,
      });
      const told = rows.flatMap(({ errors }) => errors as unknown as RowError[]);
      const table = told.map(({ row, column, value, reason }) => [
        String(row),
        guarded(column),
        isOwn(of, actor) ? guarded(value) : "",
        reason,
      ]);
      return `\uFEFF${stringify([["row", "column", "value", "reason"], ...table], { record_delimiter: "\r\n" })}`;
    });
  }

  private insistOnRole(actor: Actor, { mapping, shape }: Row) {
    const targets = (mapping as string[] | null) ?? [];
    this.extras.insistOnRole(actor, targets, shape as unknown as FileShape);
  }

  private async inState(actor: Actor, id: string, states: readonly State[]): Promise<Row> {
    const row = await this.db.read(actor, (db) => db.import.findFirst({ where: { id } }));
    if (!states.includes(found(row, "import").state)) throw wrongState();
    return found(row, "import");
  }

  /** From one state to the next, unless somebody was faster. */
  private move(
    actor: Actor,
    id: string,
    from: State,
    data: { state: State; duplicates?: string; shape?: object; mapping?: string[] },
    kind?: string,
  ) {
    return this.journal.write(actor, async (tx) => {
      const { count } = await tx.import.updateMany({ where: { id, state: from }, data });
      if (count === 0) throw wrongState();
      if (kind) await this.jobs.enqueue(tx, actor, { kind, lane: "imports", subjectId: id });
      return unrecorded(null);
    });
  }

  private async shapeOf(
    actor: Actor,
    file: { id: string; name: string; type: string },
    wanted: Partial<Layout>,
  ): Promise<FileShape> {
    const shape = await inspect(
      () => this.files.read(actor, file.id),
      file.name,
      file.type,
      wanted,
    );
    if (shape.columns.length > 500)
      throw refusal("too_many_columns", "The file has more than 500 columns. Take some away.");
    return this.db.read(actor, async (db) => {
      const fields = await db.field.findMany({ where: { archivedAt: null } });
      const headers = await db.importHeader.findMany({
        where: { header: { in: shape.columns.map(({ header }) => normaliseHeader(header)) } },
      });
      const live = new Set(fields.map(({ key }) => `fields.${key}`));
      const standing = headers.filter(
        ({ target }) => !target.startsWith("fields.") || live.has(target),
      );
      const remembered = Object.fromEntries(standing.map(({ header, target }) => [header, target]));
      return {
        ...shape,
        columns: proposeTargets(shape.columns, {
          fields,
          remembered,
          reviews: atLeast(actor.role, "admin"),
        }),
      };
    });
  }

  private async view(db: ReadDb, row: Row, actor: Actor): Promise<z.input<typeof Import>> {
    const own = isOwn(row, actor);
    const shape = row.shape as unknown as FileShape;
    const report = row.report as unknown as ImportReport | null;
    const member = await db.member.findFirst({ where: { id: row.memberId }, ...withName });
    const problem = row.problem as unknown as Import["problem"];
    return {
      id: row.id,
      fileName: row.fileName,
      state: row.state,
      shape: own ? shape : { ...shape, columns: shape.columns.map(withoutSamples) },
      mapping: (row.mapping as string[] | null) ?? null,
      duplicates: row.duplicates as Import["duplicates"],
      chosen: await chosenOf(db, row),
      report: own ? report : report && { ...report, brings: null },
      problem: row.state === "failed" && problem?.code ? problem : null,
      progress: await this.jobs.stateOf(db, row.id),
      by: { id: row.memberId, name: member ? memberName(member) : "" },
      createdAt: row.createdAt.toISOString(),
      committedAt: row.committedAt?.toISOString() ?? null,
      undoneAt: row.undoneAt?.toISOString() ?? null,
    };
  }
}

/** Cells may hold reviews that are hidden from others: only who has the file sees them. */
const isOwn = ({ memberId }: Pick<Row, "memberId">, actor: Actor) => memberId === actor.memberId;
const withoutSamples = (column: FileShape["columns"][number]) => ({ ...column, samples: [] });
const withoutValue = (error: RowError): RowError => ({ ...error, value: "" });

async function chosenOf(db: ReadDb, { id, state }: Row): Promise<Import["chosen"]> {
  const chosen = { skip: 0, merge: 0, keep: 0 };
  if (state !== "checked") return chosen;
  const groups = await db.importRow.groupBy({
    by: ["choice"],
    where: { importId: id, outcome: "duplicate", choice: { not: null } },
    _count: true,
  });
  const counts = groups.map(({ choice, _count }) => [choice, _count]);
  return { ...chosen, ...Object.fromEntries(counts) };
}

const given = (wanted: ShapeInput): Partial<Layout> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
