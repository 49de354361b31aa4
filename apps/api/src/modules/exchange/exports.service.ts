import type { ExportFormat, ExportQuery } from "@highwater/shared/exchange/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable, StreamableFile } from "@nestjs/common";
import { attachment } from "../../platform/attachment.js";
import { Db, found } from "../../platform/db.js";
import { RankingService } from "../ranking/ranking.service.js";
import { RubricsService } from "../rubrics/rubrics.service.js";
import { type Cell, columnsFor } from "./exports.columns.js";
import { csvOf } from "./exports.csv.js";
import { type ExportRow, keysAfter, rowsOf } from "./exports.queries.js";
import { PortfolioService } from "./portfolio.service.js";

const types = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const satisfies Record<ExportFormat, string>;

type Viewer = Pick<Actor, "teamId" | "memberId">;

/** The pipeline as files, for a viewer: rows come in batches, as fast as they are taken. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly db: Db,
    private readonly portfolio: PortfolioService,
    private readonly ranking: RankingService,
    private readonly rubrics: RubricsService,
  ) {}

  async download(viewer: Viewer, format: ExportFormat, query: ExportQuery) {
    const stream = await this.stream(viewer, format, query);
    return new StreamableFile(stream, {
      type: types[format],
      disposition: attachment(await this.fileName(viewer, format)),
    });
  }

  /** `Tide Watch candidates 2026-11-24.csv` */
  async fileName(viewer: Viewer, format: ExportFormat): Promise<string> {
    const team = found(await this.db.read(viewer, (db) => db.team.findFirst()), "team");
    const name = team.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ").trim();
    return `${name} candidates ${new Date().toISOString().slice(0, 10)}.${format}`;
  }

  /** `whole` is the full copy, which only the host may make. */
  async stream(viewer: Viewer, format: ExportFormat, query: ExportQuery, whole = false) {
    if (format !== "json") return this.table(viewer, format, query, whole);
    const order = { ...query, sort: "createdAt" };
    const batches = await begun(this.keys(viewer, order), (keys) => keys.map(({ id }) => id));
    return this.portfolio.file(viewer, batches, whole);
  }

  /** A table of the selected candidates; figures are those that Team shows this viewer. */
  private async table(viewer: Viewer, format: "csv" | "xlsx", query: ExportQuery, whole: boolean) {
    const [fields, { criteria }, figures] = await Promise.all([
      this.db.read(viewer, (db) =>
        db.field.findMany({ where: { archivedAt: null }, orderBy: { position: "asc" } }),
      ),
      this.rubrics.active(viewer),
      this.ranking.figures(viewer, whole),
    ]);
    const columns = columnsFor({ fields, criteria }, query.columns);
    const cellsOf = (row: ExportRow): Cell[] =>
      columns.map((column) => column.cell(row, figures.get(row.id)));
    const batches = await begun(this.batches(viewer, query, whole), (rows) => rows.map(cellsOf));
    if (format === "csv") return csvOf(columns, batches);
    // Its library takes half a second to load, which no start should wait for.
    const { xlsxOf } = await import("./exports.xlsx.js");
    return xlsxOf(columns, batches);
  }

  private async *batches(viewer: Viewer, query: ExportQuery, whole: boolean) {
    const archived = query.archived ?? (whole ? undefined : false);
    for await (const keys of this.keys(viewer, { ...query, archived }))
      yield await this.db.read(viewer, (db) => rowsOf(db, keys));
  }

  private async *keys(viewer: Viewer, { sort, columns: _, ...filter }: ExportQuery) {
    for (let last: { id: string; key: string } | undefined; ; ) {
      const keys = await this.db.read(viewer, (db) =>
        keysAfter(db, viewer.teamId, { sort, filter }, last),
      );
      if (keys.length === 0) return;
      yield keys;
      last = keys.at(-1);
    }
  }
}

/** The first batch is read at once, so that a filter that can't be read is refused before the file begins. */
async function begun<T, R>(batches: AsyncGenerator<T>, made: (batch: T) => R) {
  const first = await batches.next();
  return (async function* () {
    if (first.done) return;
    yield made(first.value);
    for await (const batch of batches) yield made(batch);
  })();
}
