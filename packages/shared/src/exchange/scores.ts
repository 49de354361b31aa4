import { coreCriteria } from "../rubrics/contract.js";
import { normaliseHeader } from "./headers.js";

/** The targets by which a table brings reviews along. */
export const reviewerTarget = "reviewer";
export const summaryTarget = "reviewSummary";
export const scoreTarget = (criterion: string) => `score:${criterion}`;
export const reasonTarget = (criterion: string) => `reason:${criterion}`;
export const isReviewTarget = (target: string): boolean =>
  target === reviewerTarget || target === summaryTarget || /^(score|reason):/.test(target);

const criteria: Record<(typeof coreCriteria)[number], string> = {
  habit: "habit c1 habitpreserving 习惯 不改变使用习惯 使用习惯",
  pain: "pain c2 painpoint realpainpoint 痛点 真实痛点",
  assistant: "assistant c3 assistantpositioning 助手 助手定位",
  flywheel: "flywheel c4 dataflywheel 飞轮 数据飞轮",
  overrun: "overrun c5 overrunrisk risk 风险 淹没风险 被大模型淹没的风险",
};
const reviewers =
  "reviewer reviewedby scorer scoredby evaluator judge rater 评审人 评审 评审者 评委 打分人 评分人 评估人";
const summaries = "reviewsummary overallcomment verdict 评语 总评 点评 评审意见 总体评价";
const scoreWords = ["", "score", "rating", "评分", "得分", "打分", "分"];
const reasonWords = [
  "reason",
  "rationale",
  "why",
  "comment",
  "note",
  "理由",
  "原因",
  "说明",
  "依据",
];

function headersOf(): Map<string, string> {
  const known = new Map<string, string>();
  for (const header of reviewers.split(" ")) known.set(header, reviewerTarget);
  for (const header of summaries.split(" ")) known.set(header, summaryTarget);
  for (const criterion of coreCriteria)
    for (const name of criteria[criterion].split(" ")) {
      for (const word of scoreWords) known.set(name + word, scoreTarget(criterion));
      for (const word of reasonWords) {
        known.set(name + word, reasonTarget(criterion));
        known.set(word + name, reasonTarget(criterion));
      }
    }
  return known;
}
const targets = headersOf();

const notAssessed = /^(n\/?a|not assessed|未评估|未评|不适用|[-–—])$/i;

/** A score as it stands in a table: 0-5, null for "not assessed", undefined for anything else. */
export function readScore(text: string): number | null | undefined {
  const written = text.trim();
  if (notAssessed.test(written)) return null;
  return /^[0-5](\.0+)?$/.test(written) ? Number.parseInt(written, 10) : undefined;
}

interface Bare {
  index: number;
  header: string;
  samples: readonly string[];
}

/** Columns of a sheet of reviews by their headers: none unless one names who reviewed and one holds scores. */
export function reviewColumns(columns: readonly Bare[]): Map<number, string> {
  const found = new Map<number, string>();
  const taken = new Set<string>();
  for (const { index, header, samples } of columns) {
    const target = targets.get(normaliseHeader(header));
    if (target === undefined || taken.has(target)) continue;
    if (target.startsWith("score:") && !samples.every((text) => readScore(text) !== undefined))
      continue;
    found.set(index, target);
    taken.add(target);
  }
  const whole =
    taken.has(reviewerTarget) && [...taken].some((target) => target.startsWith("score:"));
  return whole ? found : new Map();
}
