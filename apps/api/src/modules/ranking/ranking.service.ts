import type {
  Explanation,
  ExplanationQuery,
  RankingQuery,
  Scope,
} from "@highwater/shared/ranking/contract";
import { explain } from "@highwater/shared/ranking/explain";
import { weightsOf } from "@highwater/shared/rubrics/weights";
import type { Actor } from "@highwater/shared/team/contract";
import { Injectable } from "@nestjs/common";
import { Db, found } from "../../platform/db.js";
import type { ReadDb } from "../../platform/team-scope.js";
import { activeRubric, RubricsService } from "../rubrics/rubrics.service.js";
import { figuresOf, rankingRow, wholeScope } from "./ranking.queries.js";
import type { Question } from "./ranking.source.js";
import { gatesOf, itemOf, scoresOf } from "./ranking.view.js";
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

  /** How many the page would show of each question; null where the rubric can't read its weights. */
  async counts(actor: Actor, asked: readonly Asked[]): Promise<(number | null)[]> {
    if (asked.length === 0) return [];
    const rubric = await this.rubrics.active(actor);
    return this.db.read(actor, (db) => viewCounts(db, actor, rubric, asked));
  }

  /** Rank, total and means of what Team shows this viewer, by candidate; `whole` is the host's full copy. */
  async figures(viewer: Viewer, whole = false): Promise<Map<string, Figures>> {
    const question = await this.question(viewer);
    const rows = await this.db.read(viewer, (db) => figuresOf(db, { ...question, whole }));
    return new Map(rows.map(({ id, ...figures }) => [id, figures]));
  }

  /** What Team shows this viewer under the default weights, for whoever asks it together with something else. */
  async question(viewer: Viewer): Promise<Question> {
    const rubric = await this.rubrics.active(viewer);
    const { weights } = weightsOf(rubric, {});
    return { viewer, scope: "team", criteria: rubric.criteria, weights };
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
