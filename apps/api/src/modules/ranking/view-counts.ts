import { Problem } from "@highwater/shared/kernel/problem";
import type { RankingQuery, Scope } from "@highwater/shared/ranking/contract";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { type Weights, weightsOf } from "@highwater/shared/rubrics/weights";
import type { ReadDb } from "../../platform/team-scope.js";
import { type Question, rankingCounts } from "./ranking.queries.js";

/** What a page of the ranking asks; without a scope it is Team once anything is ranked there, else Mine. */
export type Asked = Omit<RankingQuery, "scope" | "sort" | "limit" | "cursor" | "asOf" | "since"> & {
  scope?: Scope | undefined;
};

interface Weighed {
  asked: Asked;
  weights: Weights;
}

/** The weights matter to a count where it is of totals; else all share those of the rubric. */
function weigh(rubric: Rubric, asked: Asked): Weighed | null {
  try {
    const { weights } = weightsOf(rubric, asked);
    const counts = asked.minTotal !== undefined || asked.weights?.includes(0);
    return { asked, weights: counts ? weights : weightsOf(rubric, {}).weights };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** One statement a scope and weights, however many views share them. */
async function countIn(
  db: ReadDb,
  question: Omit<Question, "weights">,
  views: readonly Weighed[],
): Promise<Map<Weighed, { count: number; ranked: number }>> {
  const answers = new Map<Weighed, { count: number; ranked: number }>();
  const weightings = new Set(views.map(({ weights }) => JSON.stringify(weights)));
  for (const weighting of weightings) {
    const group = views.filter((view) => JSON.stringify(view.weights) === weighting);
    const weights = group[0]?.weights ?? {};
    const filters = group.map(({ asked }) => asked);
    const { counts, ranked } = await rankingCounts(db, { ...question, weights }, filters);
    group.forEach((view, at) => {
      answers.set(view, { count: counts[at] ?? 0, ranked });
    });
  }
  return answers;
}

/** How many the page would show of each, in their order; null where the rubric can't read its weights. */
export async function viewCounts(
  db: ReadDb,
  viewer: Question["viewer"],
  rubric: Rubric,
  asked: readonly Asked[],
): Promise<(number | null)[]> {
  const { criteria } = rubric;
  const views = asked.map((one) => weigh(rubric, one));
  const readable = views.filter((view) => view !== null);
  const team = await countIn(
    db,
    { viewer, scope: "team", criteria },
    readable.filter((view) => view.asked.scope !== "mine"),
  );
  const own = ({ asked: { scope } }: Weighed, ranked: number | undefined) =>
    scope === "mine" || (scope === undefined && ranked === 0);
  const mine = await countIn(
    db,
    { viewer, scope: "mine", criteria },
    readable.filter((view) => own(view, team.get(view)?.ranked)),
  );
  return views.map((view) => (view && (mine.get(view) ?? team.get(view)))?.count ?? null);
}
