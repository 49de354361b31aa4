import { causesOf, type Measure, type Standing } from "@highwater/shared/ranking/causes";
import type { RankingChange, RankingQuery } from "@highwater/shared/ranking/contract";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { type Weights, weightsOf } from "@highwater/shared/rubrics/weights";
import type { StandingRow } from "../reviews/standings.source.js";
import type { Snapshot } from "./snapshot.js";

type Choice = Pick<RankingQuery, "preset" | "weights">;

/** Weights that were chosen hold for every version, by criterion; else each version has its own. */
function weightsUnder(rubric: Rubric, current: Rubric, choice: Choice): Weights {
  if (choice.preset === undefined && choice.weights === undefined)
    return weightsOf(rubric, {}).weights;
  const chosen = weightsOf(current, choice).weights;
  return Object.fromEntries(rubric.criteria.map(({ key }) => [key, chosen[key] ?? 0]));
}

const measureOf = (rubric: Rubric, weights: Weights): Measure => ({
  at: new Date(rubric.publishedAt),
  version: rubric.version,
  criteria: rubric.criteria,
  weights,
});

/** Of each of these candidates: how its rank and total differ from what they were, and why. */
export function changesOf(asked: {
  ids: readonly string[];
  standings: readonly StandingRow[];
  rubrics: readonly Rubric[];
  /** The rubric of the page, which the choice is read by. */
  current: Rubric;
  choice: Choice;
  since: Date;
  until: Date | undefined;
  before: Snapshot;
  rankNow: (id: string) => number | null;
}): Map<string, RankingChange> {
  const { rubrics, current, choice, since, until, before } = asked;
  const reached = <T extends { at: Date }>(list: T[]) =>
    list.filter(({ at }) => !until || at <= until);
  const measures = reached(
    rubrics.map((one) => measureOf(one, weightsUnder(one, current, choice))),
  );
  const standings = new Map<string, Standing[]>();
  for (const row of asked.standings)
    standings.set(row.id, [...(standings.get(row.id) ?? []), row as Standing]);
  const weights = weightsUnder(before.rubric, current, choice);
  const { ranks } = before.ranked(before.rubric.criteria.map(({ key }) => weights[key] ?? 0));
  return new Map(
    asked.ids.map((id) => {
      const {
        before: totalBefore,
        delta,
        causes,
      } = causesOf(reached(standings.get(id) ?? []), measures, since);
      const row = before.ids.rowOf(id);
      const rankBefore = (row !== undefined && ranks[row]) || null;
      const rank = asked.rankNow(id);
      return [
        id,
        {
          ...{ rankBefore, totalBefore, total: delta },
          rank: rankBefore === null || rank === null ? null : rankBefore - rank,
          causes: causes.map(({ at, ...cause }) => ({ ...cause, at: at.toISOString() })),
        },
      ];
    }),
  );
}
