import {
  type RankingItem,
  RankingPage,
  type RankingQuery,
} from "@highwater/shared/ranking/contract";
import { type Weights, weightsOf } from "@highwater/shared/rubrics/weights";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db } from "../../platform/db.js";
import { Served } from "../../platform/served.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { standingsOf } from "../reviews/standings.source.js";
import { activeRubric, everyRubric } from "../rubrics/rubrics.service.js";
import { changesOf } from "./changes.js";
import { foundRows, isPersonal } from "./found.js";
import { insistOnTeam, momentOf } from "./moments.js";
import { hasTide, type RankedRow, rankingPage } from "./ranking.queries.js";
import { itemOf } from "./ranking.view.js";
import type { Snapshot } from "./snapshot.js";
import { factsOf, type RowFacts } from "./snapshot.queries.js";
import { SnapshotsService } from "./snapshots.service.js";
import { teamPage } from "./team-page.js";

type Viewer = Pick<Actor, "teamId" | "memberId">;

/** So many pages are kept as bytes beside one another. */
const keptPages = 200;

/** Pages of the ranking: the team's out of a snapshot, one's own out of the database. */
@Injectable()
export class PagesService {
  constructor(
    private readonly db: Db,
    private readonly snapshots: SnapshotsService,
  ) {}

  async page(viewer: Viewer, query: RankingQuery): Promise<RankingPage> {
    insistOnTeam(query);
    if (query.scope === "mine") return this.own(viewer, query);
    const at = await this.momentsOf(viewer, query);
    const { snapshot, recused } = await this.snapshots.team(viewer, at.asOf);
    return this.teams(viewer, query, snapshot, recused, at);
  }

  /** The bytes of a page. Those of the team's first pages are kept for whoever is recused from nothing. */
  async bytes(viewer: Viewer, query: RankingQuery): Promise<Served> {
    const { scope, cursor, asOf, since, q } = query;
    const own = scope === "mine" || isPersonal(q);
    if (own || cursor !== undefined || asOf !== undefined || since !== undefined)
      return Served.of(RankingPage, await this.page(viewer, query));
    const { snapshot, recused } = await this.snapshots.team(viewer);
    const key = JSON.stringify(query);
    const known = snapshot.pages.get(key);
    if (known !== undefined && recused.length === 0) return new Served(known);
    const page = Served.of(RankingPage, await this.teams(viewer, query, snapshot, recused, {}));
    if (recused.length > 0) return page;
    if (snapshot.pages.size >= keptPages) snapshot.pages.clear();
    snapshot.pages.set(key, page.text);
    return page;
  }

  private momentsOf(viewer: Viewer, { asOf, since }: RankingQuery) {
    return this.db.read(viewer, async (db) => ({
      asOf: await momentOf(db, "asOf", asOf),
      since: await momentOf(db, "since", since),
    }));
  }

  private own(viewer: Viewer, query: RankingQuery): Promise<RankingPage> {
    return this.db.read(viewer, async (db) => {
      const rubric = await activeRubric(db);
      const { preset, weights } = weightsOf(rubric, query);
      const question = { viewer, scope: query.scope, criteria: rubric.criteria, weights };
      const { items, ...page } = await rankingPage(db, question, query);
      return {
        ...{ scope: query.scope, preset, weights, rubricVersion: rubric.version },
        ...{ asOf: null, since: null, tide: await hasTide(db, viewer.teamId) },
        ...page,
        items: items.map((row) => itemOf(row, rubric, weights, query.scope)),
      };
    });
  }

  private async teams(
    viewer: Viewer,
    query: RankingQuery,
    snapshot: Snapshot,
    recused: readonly string[],
    { asOf, since }: { asOf?: Date | undefined; since?: Date | undefined },
  ): Promise<RankingPage> {
    const { rubric } = snapshot;
    const { preset, weights } = weightsOf(rubric, query);
    const list = rubric.criteria.map(({ key }) => weights[key] ?? 0);
    const masked = new Set(recused.flatMap((id) => snapshot.rowOf(id) ?? []));
    return this.db.read(viewer, async (db) => {
      const found = await foundRows(db, viewer, { snapshot, weights: list, masked }, query.q);
      const { rows, ...sizes } = teamPage(snapshot, query, list, masked, found);
      const facts = await factsOf(
        db,
        viewer.teamId,
        rows.map((row) => snapshot.idAt(row)),
      );
      const items = rows.flatMap((row) => itemAt(snapshot, row, weights, masked, facts));
      if (since) await this.tell(db, viewer, { query, snapshot, masked, since, asOf }, items);
      return {
        ...{ scope: query.scope, preset, weights, rubricVersion: rubric.version },
        ...{ asOf: asOf?.toISOString() ?? null, since: since?.toISOString() ?? null },
        ...{ ...sizes, tide: await hasTide(db, viewer.teamId) },
        items,
      };
    });
  }

  /** Each item is told what has changed; a recused viewer is told nothing. */
  private async tell(
    db: ReadDb,
    viewer: Viewer,
    asked: {
      query: RankingQuery;
      snapshot: Snapshot;
      masked: ReadonlySet<number>;
      since: Date;
      asOf: Date | undefined;
    },
    items: RankingItem[],
  ) {
    const { query, snapshot, since, asOf } = asked;
    const ids = items.filter(({ flags }) => !flags.includes("recused")).map(({ id }) => id);
    const { snapshot: before } = await this.snapshots.team(viewer, since);
    const now = new Map(items.map(({ id, rank }) => [id, rank]));
    const changes = changesOf({
      ...{ ids, since, before, until: asOf, choice: query, current: snapshot.rubric },
      standings: await standingsOf(db, viewer.teamId, ids),
      rubrics: await everyRubric(db),
      rankNow: (id) => now.get(id) ?? null,
    });
    for (const item of items) item.change = changes.get(item.id) ?? null;
  }
}

/** A row of the page, or none where the candidate is gone by now. */
function itemAt(
  snapshot: Snapshot,
  row: number,
  weights: Weights,
  masked: ReadonlySet<number>,
  facts: ReadonlyMap<string, RowFacts>,
): RankingItem[] {
  const id = snapshot.idAt(row);
  const fact = facts.get(id);
  if (!fact) return [];
  const { rubric } = snapshot;
  const list = rubric.criteria.map(({ key }) => weights[key] ?? 0);
  const { totals, ranks } = snapshot.ranked(list);
  const recused = masked.has(row);
  const total = totals[row] as number;
  const counts = rubric.criteria.map(({ key }, at) => [key, [...snapshot.countsAt(at, row)]]);
  const ranked: RankedRow = {
    ...fact,
    name: snapshot.names[row] ?? "",
    vertical: snapshot.verticals[row] ?? null,
    tags: [...(snapshot.tags[row] ?? [])],
    stage: snapshot.stageOf(row),
    rank: recused ? null : ranks[row] || null,
    total: recused || Number.isNaN(total) ? null : total,
    reviews: recused ? 0 : (snapshot.reviews[row] ?? 0),
    champions: recused ? 0 : fact.champions,
    counts: recused ? null : Object.fromEntries(counts),
    ...{ revealed: true, recused, opened: false, mineSigned: false, mineDraft: false },
    signed: snapshot.reviews[row] ?? 0,
  };
  return [itemOf(ranked, rubric, weights, "team")];
}
