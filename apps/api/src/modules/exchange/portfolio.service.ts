import { Readable } from "node:stream";
import {
  type PortfolioField,
  type PortfolioFile,
  portfolioFormat,
  portfolioVersion,
} from "@highwater/shared/exchange/portfolio";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { Files } from "../../platform/files.js";
import { SightService } from "../reviews/sight.service.js";
import { PortfolioDigest } from "./portfolio.digest.js";
import { peopleOf, portfolioRows } from "./portfolio.queries.js";
import { fileOf, portfolioCandidate } from "./portfolio.view.js";

type Viewer = Pick<Actor, "teamId" | "memberId">;
type Kept = Map<string, { id: string; file: PortfolioFile }>;

/** Writes the portfolio file, a candidate a line. `whole` is the host's full copy, past the blind rule. */
@Injectable()
export class PortfolioService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly sight: SightService,
  ) {}

  async file(viewer: Viewer, batches: AsyncIterable<string[]>, whole: boolean): Promise<Readable> {
    const people = await this.db.read(viewer, peopleOf);
    const fields = await this.fieldsOf(viewer);
    const exportedBy = people.get(viewer.memberId)?.name ?? "the host";
    const head = {
      format: portfolioFormat,
      version: portfolioVersion,
      exportedOn: new Date().toISOString().slice(0, 10),
      exportedBy,
      fields,
    };
    const lines = this.lines(viewer, JSON.stringify(head), fields, batches, whole);
    return Readable.from(lines, { objectMode: false });
  }

  private async *lines(
    viewer: Viewer,
    head: string,
    fields: PortfolioField[],
    batches: AsyncIterable<string[]>,
    whole: boolean,
  ) {
    const digest = new PortfolioDigest(fields);
    const kept: Kept = new Map();
    yield `${head.slice(0, -1)},"candidates":[`;
    let comma = "";
    for await (const ids of batches)
      for (const candidate of await this.candidates(viewer, ids, kept, whole)) {
        digest.add(candidate);
        yield `${comma}\n${JSON.stringify(candidate)}`;
        comma = ",";
      }
    yield '\n],"files":[';
    yield* this.pieces(viewer, kept);
    yield `\n],"digest":"${digest}"}\n`;
  }

  private candidates(viewer: Viewer, ids: string[], kept: Kept, whole: boolean) {
    return this.db.read(viewer, async (db) => {
      const people = await peopleOf(db);
      const reviews = await this.sight.forFile(db, viewer, ids, whole);
      const recusals = await this.sight.recusalsForFile(db, ids, whole);
      const seen = await this.sight.seenForFile(db, viewer, ids, whole);
      const rows = await portfolioRows(db, ids);
      for (const { file } of rows.flatMap(({ evidence }) => evidence))
        if (file) kept.set(`${file.sha256} ${file.name}`, { id: file.id, file: fileOf(file) });
      return rows.map((row) =>
        portfolioCandidate(row, people, {
          reviews: reviews.filter(({ candidateId }) => candidateId === row.id),
          recusals: recusals.filter(({ candidateId }) => candidateId === row.id),
          seen: seen.has(row.id),
          whole,
        }),
      );
    });
  }

  /** Each file once, whatever cites it: what it is, then its bytes. */
  private async *pieces(viewer: Viewer, kept: Kept) {
    let comma = "";
    for (const { id, file } of kept.values()) {
      yield `${comma}\n${JSON.stringify(file)}`;
      comma = ",";
      for await (const bytes of this.files.read(viewer, id))
        yield `,\n${JSON.stringify({ base64: bytes.toString("base64") })}`;
    }
  }

  private fieldsOf(viewer: Viewer): Promise<PortfolioField[]> {
    return this.db.read(viewer, async (db) => {
      const rows = await db.field.findMany({
        orderBy: [
          { archivedAt: { sort: "asc", nulls: "first" } },
          { position: "asc" },
          { key: "asc" },
        ],
      });
      return rows.map(({ key, name, type, options, archivedAt }) => ({
        key,
        name,
        type,
        options,
        archivedAt: archivedAt?.toISOString() ?? null,
      }));
    });
  }
}
