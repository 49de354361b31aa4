import type { CoreCriterion } from "../rubrics/contract.js";

export type ReferenceScores = Readonly<Record<CoreCriterion, number>>;

const levels = (
  habit: number,
  pain: number,
  assistant: number,
  flywheel: number,
  overrun: number,
): ReferenceScores => ({ habit, pain, assistant, flywheel, overrun });

/** Cases whose fate the minutes speak of, with our draft reading of their levels: the sample portfolio's. */
const draft = {
  "notion-ai": levels(5, 4, 4, 3, 3),
  langchain: levels(3, 3, 3, 1, 5),
  "ride-hailing": levels(4, 4, 4, 3, 1),
  "input-method": levels(5, 3, 5, 4, 4),
  biotech: levels(3, 4, 4, 4, 1),
  typeface: levels(3, 4, 3, 3, 3),
  jasper: levels(2, 4, 4, 2, 5),
  counselling: levels(3, 4, 3, 4, 3),
  "copy-ai": levels(2, 3, 4, 1, 5),
  "fine-tuning": levels(3, 3, 3, 1, 3),
} satisfies Record<string, ReferenceScores>;

export type ReferenceKey = keyof typeof draft;

export interface ReferenceCase {
  key: ReferenceKey;
  scores: ReferenceScores;
}

export const referenceCases: readonly ReferenceCase[] = (Object.keys(draft) as ReferenceKey[]).map(
  (key) => ({ key, scores: draft[key] }),
);

/** What the minutes taught: one case stands above another, whatever the rubric says of them. */
const taught = {
  "notion-ai-langchain": { upper: "notion-ai", lower: "langchain", lines: [75, 426] },
  "ride-hailing-input-method": { upper: "ride-hailing", lower: "input-method", lines: [35, 184] },
  "biotech-jasper": { upper: "biotech", lower: "jasper", lines: [27, 512] },
  "typeface-jasper": { upper: "typeface", lower: "jasper", lines: [27, 435] },
  "counselling-copy-ai": { upper: "counselling", lower: "copy-ai", lines: [27, 408] },
  "fine-tuning-copy-ai": { upper: "fine-tuning", lower: "copy-ai", lines: [27, 570] },
} as const satisfies Record<
  string,
  { upper: ReferenceKey; lower: ReferenceKey; lines: readonly number[] }
>;

export type ExpectationKey = keyof typeof taught;

export interface Expectation {
  key: ExpectationKey;
  upper: ReferenceKey;
  lower: ReferenceKey;
  /** Lines of the minutes. */
  lines: readonly number[];
}

export const expectations: readonly Expectation[] = (Object.keys(taught) as ExpectationKey[]).map(
  (key) => ({ key, ...taught[key] }),
);
