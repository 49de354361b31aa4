import {
  RankingChange,
  type RankingItem,
  RankingPage,
  type RankingQuery,
} from "@highwater/shared/ranking/contract";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { type Weights, weightsOf } from "@highwater/shared/rubrics/weights";
import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import { Db } from "../../platform/db.js";
import { Prepared } from "../../platform/prepared.js";
import { Item, Served } from "../../platform/served.js";
import { insistOnFields } from "../candidates/candidates.source.js";
import { standingsOf } from "../reviews/standings.source.js";
import { activeRubric, everyRubric } from "../rubrics/rubrics.service.js";
import { changesOf } from "./changes.js";
import { foundRows, isPersonal, type Ranked } from "./found.js";
import { insistOnTeam, momentOf } from "./moments.js";
import { hasTide, type RankedRow, rankingPage } from "./ranking.queries.js";
import { itemOf, weighed } from "./ranking.view.js";
import type { Placing, ShownRow, Snapshot } from "./snapshot.js";
import type { RowFacts } from "./snapshot.queries.js";
import { SnapshotsService, type Viewer } from "./snapshots.service.js";
import { teamPage } from "./team-page.js";

const Head = RankingPage.omit({ items: true });

/** A page whose rows are still by themselves: each is held against its contract where it is made. */
interface Rows extends z.infer<typeof Head> {
  rows: ShownRow[];
}

function served({ rows, ...head }: Rows): Served {
  const items = rows.map(({ sent }) => sent);
  return Served.listing(Head.parse(head), "items", items);
}

const keysOf = ({ criteria }: Rubric) => criteria.map(({ key }) => key);

/** So many pages are kept as bytes beside one another. */
const keptPages = 200;
/** And so many rows of them. */
const mostShown = 20_000;

/** Pages of the ranking: the team's out of a snapshot, one's own out of the database. */
@Injectable()
export class PagesService {
  constructor(
    private readonly db: Db,
    private readonly prepared: Prepared,
    private readonly snapshots: SnapshotsService,
  ) {}

  async page(viewer: Viewer, query: RankingQuery): Promise<RankingPage> {
    insistOnTeam(query);
    if (query.scope === "mine") return this.own(viewer, query);
    const at = await this.momentsOf(viewer, query);
    const { snapshot, recused } = await this.snapshots.team(viewer, at.asOf);
    const { rows, ...page } = await this.teams(viewer, query, snapshot, recused, at);
    const items = rows.map(({ item }) => item);
    if (!at.since) return { ...page, items };
    const told = { query, snapshot, since: at.since, asOf: at.asOf };
    return { ...page, items: await this.tell(viewer, told, items) };
  }

  /** The bytes of a page. Those of the team's first pages are kept for whoever is recused from nothing. */
  async bytes(viewer: Viewer, query: RankingQuery): Promise<Served> {
    const { scope, cursor, asOf, since, q } = query;
    if (scope === "mine" || asOf !== undefined || since !== undefined)
      return Served.of(RankingPage, await this.page(viewer, query));
    const { snapshot, recused } = await this.snapshots.team(viewer);
    const make = async () => served(await this.teams(viewer, query, snapshot, recused, {}));
    if (cursor !== undefined || isPersonal(q) || recused.length > 0) return make();
    const key = JSON.stringify(query);
    const known = snapshot.pages.get(key);
    if (known !== undefined) return known;
    const page = await make();
    if (snapshot.pages.size >= keptPages) snapshot.pages.clear();
    snapshot.pages.set(key, page);
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
      await insistOnFields(db, query.q, keysOf(rubric));
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
  ): Promise<Rows> {
    const { rubric } = snapshot;
    const { preset, weights } = weightsOf(rubric, query);
    const list = rubric.criteria.map(({ key }) => weights[key] ?? 0);
    const masked = new Set(recused.flatMap((id) => snapshot.ids.rowOf(id) ?? []));
    const ranked = { snapshot, weights: list, masked };
    if (query.q !== undefined)
      await this.db.read(viewer, (db) => insistOnFields(db, query.q, keysOf(rubric)));
    const found = await foundRows(this.prepared, viewer, ranked, query.q);
    const { rows, placing, ...sizes } = teamPage(snapshot, query, list, masked, found);
    const facts = await this.snapshots.facts(viewer, snapshot, rows);
    return {
      ...{ scope: query.scope, preset, weights, rubricVersion: rubric.version },
      ...{ asOf: asOf?.toISOString() ?? null, since: since?.toISOString() ?? null },
      ...{ ...sizes, tide: snapshot.head.tide },
      rows: rowsAt(ranked, rows, weights, facts, placing),
    };
  }

  /** Each item is told what has changed; a recused viewer is told nothing. */
  private async tell(
    viewer: Viewer,
    asked: {
      query: RankingQuery;
      snapshot: Snapshot;
      since: Date;
      asOf: Date | undefined;
    },
    items: readonly RankingItem[],
  ): Promise<RankingItem[]> {
    const { query, snapshot, since, asOf } = asked;
    const ids = items.filter(({ flags }) => !flags.includes("recused")).map(({ id }) => id);
    const { snapshot: before } = await this.snapshots.team(viewer, since);
    const now = new Map(items.map(({ id, rank }) => [id, rank]));
    const { standings, rubrics } = await this.db.read(viewer, async (db) => ({
      standings: await standingsOf(db, viewer.teamId, ids),
      rubrics: await everyRubric(db),
    }));
    const changes = changesOf({
      ...{ ids, since, before, until: asOf, choice: query, current: snapshot.rubric },
      ...{ standings, rubrics },
      rankNow: (id) => now.get(id) ?? null,
    });
    return items.map((item) => ({
      ...item,
      change: RankingChange.nullable().parse(changes.get(item.id) ?? null),
    }));
  }
}

/** The rows of the page whose candidates are still there. */
function rowsAt(
  { snapshot, weights: list, masked }: Ranked,
  rows: readonly number[],
  weights: Weights,
  facts: ReadonlyMap<number, RowFacts | null | undefined>,
  placing: (row: number) => Placing,
): ShownRow[] {
  const { rubric, shown } = snapshot;
  const key = list.join();
  return rows.flatMap((at) => {
    const fact = facts.get(at);
    if (!fact) return [];
    if (masked.has(at)) return [shownRow(maskedRow(snapshot, at, fact), rubric, weights, key)];
    const known = shown.get(at);
    if (known?.weights === key) return [known];
    const row = known?.row ?? openRow(snapshot, at, fact);
    Object.assign(row, placing(at));
    const made = known
      ? reweighed(known, rubric, weights, key)
      : shownRow(row, rubric, weights, key);
    if (shown.size > mostShown) shown.clear();
    shown.set(at, made);
    return [made];
  });
}

function shownRow(row: RankedRow, rubric: Rubric, weights: Weights, key: string): ShownRow {
  const item = itemOf(row, rubric, weights, "team");
  return { row, weights: key, item, sent: new Item(item) };
}

function reweighed({ row, item: was }: ShownRow, rubric: Rubric, weights: Weights, key: string) {
  const item = { ...was, ...weighed(row, was.criteria, rubric, weights, "team") };
  return { row, weights: key, item, sent: new Item(item) };
}

function openRow(snapshot: Snapshot, at: number, facts: RowFacts): RankedRow {
  const { rubric } = snapshot;
  const counts = rubric.criteria.map(({ key }, one) => [key, snapshot.countsAt(one, at)]);
  return {
    ...facts,
    name: snapshot.rows.names[at] ?? "",
    vertical: snapshot.rows.verticals[at] ?? null,
    tags: [...(snapshot.rows.tags[at] ?? [])],
    stage: snapshot.stageOf(at),
    reviews: snapshot.rows.reviews[at] ?? 0,
    signed: snapshot.rows.reviews[at] ?? 0,
    counts: Object.fromEntries(counts),
    ...{ rank: null, total: null },
    ...{ revealed: true, recused: false, opened: false, mineSigned: false, mineDraft: false },
  };
}

/** To whoever is recused it has neither scores nor a place. */
const maskedRow = (snapshot: Snapshot, at: number, facts: RowFacts): RankedRow => ({
  ...openRow(snapshot, at, facts),
  ...{ recused: true, reviews: 0, champions: 0, counts: null },
});
