import {
  type Explanation,
  type Flag,
  RankingItem,
  type Scope,
} from "@highwater/shared/ranking/contract";
import { flagsOf, type GateFacts, gateStates } from "@highwater/shared/ranking/gates";
import { type TeamScores, total } from "@highwater/shared/ranking/total";
import { type Counts, teamScore } from "@highwater/shared/reviews/consensus";
import { sees, sight } from "@highwater/shared/reviews/policy";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import type { Weights } from "@highwater/shared/rubrics/weights";
import type { RankedRow } from "./ranking.queries.js";

export function scoresOf(row: Pick<RankedRow, "counts"> | null, { criteria }: Rubric): TeamScores {
  return Object.fromEntries(
    criteria.map(({ key }) => {
      const counts = row?.counts?.[key];
      return [key, counts ? teamScore(counts as unknown as Counts) : null];
    }),
  );
}

const factsOf = (row: RankedRow, scores: TeamScores): GateFacts => ({ ...row, scores });

export function gatesOf(
  row: RankedRow,
  scores: TeamScores,
  { gates }: Rubric,
): Explanation["gates"] {
  const states = gateStates(factsOf(row, scores));
  return gates.map((gate) => ({ gate, ...states[gate.key] }));
}

export function itemOf(
  row: RankedRow,
  rubric: Rubric,
  weights: Weights,
  scope: Scope,
): RankingItem {
  const scores = scoresOf(row, rubric);
  const seen = sight({ ...row, signed: row.mineSigned });
  return RankingItem.parse({
    id: row.id,
    name: row.name,
    thesis: row.thesis,
    reviews: row.reviews,
    stage: row.stage,
    vertical: row.vertical,
    tags: row.tags,
    champions: row.champions,
    criteria: scores,
    hidden: !sees(seen),
    signed: row.signed,
    mine: scope === "team" ? null : ownState(row),
    ...weighed(row, scores, rubric, weights, scope),
  });
}

const Weighed = RankingItem.pick({ rank: true, total: true, coverage: true, flags: true });

/** All of an item that weights change. */
export function weighed(
  row: RankedRow,
  scores: TeamScores,
  { criteria }: Rubric,
  weights: Weights,
  scope: Scope,
) {
  const { coverage } = total(scores, criteria, weights);
  const flags = flagsIn(scope, row, scores, coverage);
  return Weighed.parse({ rank: row.rank, total: row.total, coverage, flags });
}

function ownState({ mineSigned, mineDraft }: RankedRow): RankingItem["mine"] {
  if (mineSigned) return mineDraft ? "amending" : "signed";
  return mineDraft ? "draft" : "none";
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
