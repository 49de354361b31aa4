import type {
  Explanation,
  ExplanationQuery,
  Flag,
  RankingItem,
  RankingPage,
  RankingQuery,
  Scope,
} from "@highwater/shared/ranking/contract";
import { explain } from "@highwater/shared/ranking/explain";
import { flagsOf, type GateFacts, gateStates } from "@highwater/shared/ranking/gates";
import { type TeamScores, total } from "@highwater/shared/ranking/total";
import { type Counts, teamScore } from "@highwater/shared/reviews/consensus";
import { sees, sight } from "@highwater/shared/reviews/policy";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { type Weights, weightsOf } from "@highwater/shared/rubrics/weights";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { activeRubric, RubricsService } from "../rubrics/rubrics.service.js";
import {
  figuresOf,
  type RankedRow,
  rankingPage,
  rankingRow,
  wholeScope,
} from "./ranking.queries.js";
import { type Asked, viewCounts } from "./view-counts.js";

type Viewer = Pick<Actor, "teamId" | "memberId">;

/** No member: nobody's recusal masks anything. */
export const nobody = "00000000-0000-0000-0000-000000000000";

export type Figures = Omit<Awaited<ReturnType<typeof figuresOf>>[number], "id">;

@Injectable()
export class RankingService {
  constructor(
    private readonly db: Db,
    private readonly rubrics: RubricsService,
  ) {}

  async page(actor: Actor, query: RankingQuery): Promise<RankingPage> {
    const rubric = await this.rubrics.active(actor);
    const { preset, weights } = weightsOf(rubric, query);
    const question = { viewer: actor, scope: query.scope, criteria: rubric.criteria, weights };
    const page = await this.db.read(actor, (db) => rankingPage(db, question, query));
    return {
      scope: query.scope,
      preset,
      weights,
      rubricVersion: rubric.version,
      ...page,
      items: page.items.map((row) => itemOf(row, rubric, weights, query.scope)),
    };
  }

  /** How many the page would show of each question; null where the rubric can't read its weights. */
  async counts(actor: Actor, asked: readonly Asked[]): Promise<(number | null)[]> {
    if (asked.length === 0) return [];
    const rubric = await this.rubrics.active(actor);
    return this.db.read(actor, (db) => viewCounts(db, actor, rubric, asked));
  }

  /** Rank, total and means of what Team shows this viewer, by candidate; `whole` is the host's full copy. */
  async figures(viewer: Viewer, whole = false): Promise<Map<string, Figures>> {
    const rubric = await this.rubrics.active(viewer);
    const { weights } = weightsOf(rubric, {});
    const { criteria } = rubric;
    const rows = await this.db.read(viewer, (db) =>
      figuresOf(db, { viewer, scope: "team", criteria, weights, whole }),
    );
    return new Map(rows.map(({ id, ...figures }) => [id, figures]));
  }

  /** As the team stands, seen by nobody in particular: for what a round keeps at its close. */
  async standings(db: ReadDb, teamId: string) {
    const rubric = await activeRubric(db);
    const chosen = weightsOf(rubric, {});
    const viewer = { teamId, memberId: nobody };
    const rows = await figuresOf(db, {
      ...{ viewer, scope: "team", weights: chosen.weights },
      criteria: rubric.criteria,
    });
    return { rubric, ...chosen, ranked: rows.length, rows: new Map(rows.map((r) => [r.id, r])) };
  }

  /**
   * Everybody of a scope with the scores that count, in the ranking's order. The rows of a recused viewer are among
   * them, `masked`: others' ranks need them, and nobody may be shown them.
   */
  async scope(db: ReadDb, viewer: Viewer, scope: Scope, choice: Pick<RankingQuery, "preset"> = {}) {
    const rubric = await activeRubric(db);
    const { weights } = weightsOf(rubric, choice);
    const { criteria } = rubric;
    const rows = await wholeScope(db, { viewer, scope, criteria, weights });
    return {
      criteria,
      weights,
      rows: rows.map((row) => ({ ...row, scores: scoresOf(row, rubric) })),
    };
  }

  /** Why the total is what it is. In Team, nothing before the reveal: its parts would tell hidden scores. */
  async explain(actor: Actor, id: string, query: ExplanationQuery): Promise<Explanation> {
    const rubric = await this.rubrics.active(actor);
    const { weights } = weightsOf(rubric, query);
    const question = { viewer: actor, scope: query.scope, criteria: rubric.criteria, weights };
    return this.db.read(actor, async (db) => {
      found(await db.candidate.findFirst({ where: { id }, select: { id: true } }), "candidate");
      const row = await rankingRow(db, question, id);
      const scores = scoresOf(row, rubric);
      const item = row && itemOf(row, rubric, weights, query.scope);
      const gated = row?.revealed && !row.recused && query.scope === "team";
      return {
        scope: query.scope,
        ...explain(scores, rubric.criteria, weights),
        rank: row?.rank ?? null,
        of: row?.of ?? 0,
        reviews: row?.reviews ?? 0,
        flags: item?.flags ?? [],
        gates: gated ? gatesOf(row, scores, rubric) : [],
      };
    });
  }
}

function scoresOf(row: Pick<RankedRow, "counts"> | null, { criteria }: Rubric): TeamScores {
  return Object.fromEntries(
    criteria.map(({ key }) => {
      const counts = row?.counts?.[key];
      return [key, counts ? teamScore(counts as unknown as Counts) : null];
    }),
  );
}

const factsOf = (row: RankedRow, scores: TeamScores): GateFacts => ({ ...row, scores });

function gatesOf(row: RankedRow, scores: TeamScores, { gates }: Rubric): Explanation["gates"] {
  const states = gateStates(factsOf(row, scores));
  return gates.map((gate) => ({ gate, ...states[gate.key] }));
}

function itemOf(row: RankedRow, rubric: Rubric, weights: Weights, scope: Scope): RankingItem {
  const scores = scoresOf(row, rubric);
  const { coverage } = total(scores, rubric.criteria, weights);
  const seen = sight({ ...row, signed: row.mineSigned });
  return {
    id: row.id,
    name: row.name,
    thesis: row.thesis,
    rank: row.rank,
    total: row.total,
    coverage,
    reviews: row.reviews,
    stage: row.stage,
    vertical: row.vertical,
    tags: row.tags,
    flags: flagsIn(scope, row, scores, coverage),
    criteria: scores,
    hidden: !sees(seen),
    signed: row.signed,
    mine: row.mineSigned
      ? row.mineDraft
        ? "amending"
        : "signed"
      : row.mineDraft
        ? "draft"
        : "none",
  };
}

/** Gates flag revealed candidates; one's own marks carry only what is left to do. */
function flagsIn(scope: Scope, row: RankedRow, scores: TeamScores, coverage: number): Flag[] {
  if (row.recused) return ["recused"];
  if (scope === "team")
    return flagsOf(gateStates(factsOf(row, scores)), { coverage, reviews: row.reviews });
  const flags: Flag[] = [];
  if (row.total !== null && coverage < 1) flags.push("incomplete");
  if (row.mineDraft) flags.push("draft");
  return flags;
}
