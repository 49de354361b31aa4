import type { RankingItem, RankingPage } from "@highwater/shared/ranking/contract";
import { teamScore } from "@highwater/shared/reviews/consensus";
import { coreCriteria, type Rubric } from "@highwater/shared/rubrics/contract";
import { presetWeights } from "@highwater/shared/rubrics/weights";

const text = (en: string) => ({ en, zh: en });
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const names = { habit: "Habit", pain: "Pain", assistant: "Assistant", flywheel: "Flywheel" };

export const rubric: Rubric = {
  id: idOf(900),
  version: 1,
  name: text("Rubric"),
  source: text("Minutes"),
  publishedAt: "2026-11-01T08:00:00.000Z",
  criteria: coreCriteria.map((key, index) => ({
    key,
    revisionId: idOf(910 + index),
    revision: 1,
    inverted: key === "overrun",
    weight: presetWeights.balanced[key],
    name: text(key === "overrun" ? "Overrun risk" : names[key]),
    short: text(key === "overrun" ? "Risk" : names[key]),
    question: text("?"),
    anchors: Array.from({ length: 6 }, (_, level) => ({ level, text: text(`Level ${level}`) })),
    questions: [],
    citations: [],
    references: [],
  })),
  presets: (["balanced", "short", "long"] as const).map((key) => ({
    key,
    name: text(key),
    why: text(key),
    weights: presetWeights[key],
  })),
  gates: [
    {
      key: "submerged",
      code: "G2",
      name: text("Likely submerged"),
      rule: text("Flagged when Risk is 4 or more."),
      effect: text("Bars Invest."),
      citation: { line: 296, zh: "", en: "" },
    },
  ],
};

/** A team score of three reviews that all gave this score. */
const agreed = (score: number) => {
  const counts: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  counts[score] = 3;
  return teamScore(counts);
};

export const scored = (...scores: number[]): RankingItem["criteria"] =>
  Object.fromEntries(coreCriteria.map((key, index) => [key, agreed(scores[index] ?? 0)]));

const unscored: RankingItem["criteria"] = Object.fromEntries(
  coreCriteria.map((key) => [key, null]),
);

export const makeItem = (n: number, given: Partial<RankingItem> = {}): RankingItem => ({
  id: idOf(n),
  name: `Candidate ${n}`,
  thesis: null,
  rank: null,
  total: null,
  coverage: 0,
  reviews: 0,
  stage: "review",
  vertical: null,
  tags: [],
  flags: [],
  champions: 0,
  criteria: unscored,
  hidden: false,
  signed: 0,
  mine: "none",
  ...given,
});

export const makePage = (scope: RankingPage["scope"], items: RankingItem[]): RankingPage => ({
  scope,
  preset: "balanced",
  weights: presetWeights.balanced,
  rubricVersion: 1,
  asOf: null,
  since: null,
  count: items.length,
  tide: false,
  ranked: items.filter(({ rank }) => rank !== null).length,
  items,
  nextCursor: null,
});
