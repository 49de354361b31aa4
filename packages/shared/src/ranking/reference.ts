import type { Text } from "../kernel/contract.js";
import type { CoreCriterion } from "../rubrics/contract.js";

export type ReferenceScores = Readonly<Record<CoreCriterion, number>>;

/** A case whose fate the minutes speak of, with our draft reading of its levels: the sample portfolio's. */
export interface ReferenceCase {
  key: string;
  name: Text;
  scores: ReferenceScores;
}

const reference = (
  key: string,
  en: string,
  zh: string,
  [habit, pain, assistant, flywheel, overrun]: readonly [number, number, number, number, number],
): ReferenceCase => ({
  key,
  name: { en, zh },
  scores: { habit, pain, assistant, flywheel, overrun },
});

export const referenceCases: readonly ReferenceCase[] = [
  reference("notion-ai", "Notion AI", "Notion AI", [5, 4, 4, 3, 3]),
  reference("langchain", "LangChain", "LangChain", [3, 3, 3, 1, 5]),
  reference("ride-hailing", "Voice ride-hailing for the elderly", "老年语音打车", [4, 4, 4, 3, 1]),
  reference("input-method", "AI input method", "AI 输入法", [5, 3, 5, 4, 4]),
  reference("biotech", "Biotech copilot", "Biotech 助手", [3, 4, 4, 4, 1]),
  reference("typeface", "Typeface", "Typeface", [3, 4, 3, 3, 3]),
  reference("jasper", "Jasper", "Jasper", [2, 4, 4, 2, 5]),
  reference("counselling", "Counselling assistant", "心理咨询助手", [3, 4, 3, 4, 3]),
  reference("copy-ai", "copy.ai", "copy.ai", [2, 3, 4, 1, 5]),
  reference("fine-tuning", "Fine-tuning service for banks", "金融外包微调", [3, 3, 3, 1, 3]),
];

/** What the minutes taught: one case stands above another, whatever the rubric says of them. */
export interface Expectation {
  upper: string;
  lower: string;
  why: Text;
  /** Lines of the minutes. */
  lines: readonly number[];
}

export const expectations: readonly Expectation[] = [
  {
    ...{ upper: "notion-ai", lower: "langchain", lines: [75, 426] },
    why: {
      en: "What stands inside the workflow outlives the glue between models, which Microsoft shipped itself.",
      zh: "融入工作流的产品，比连接模型的中间层活得久：后者的事微软自己做了。",
    },
  },
  {
    ...{ upper: "ride-hailing", lower: "input-method", lines: [35, 184] },
    why: {
      en: "A model does not run cars: heavy operations stand above a feature that a model takes over.",
      zh: "模型管不了车：重运营应排在会被模型吸收的功能之上。",
    },
  },
  {
    ...{ upper: "biotech", lower: "jasper", lines: [27, 512] },
    why: {
      en: "A narrow vertical whose data can’t be crawled stands above general copywriting.",
      zh: "数据爬不到的细分垂类，应排在通用文案之上。",
    },
  },
  {
    ...{ upper: "typeface", lower: "jasper", lines: [27, 435] },
    why: {
      en: "A workflow done anew stands above the same writing as a tool beside it.",
      zh: "把工作流重做一遍的产品，应排在旁挂的同类写作工具之上。",
    },
  },
  {
    ...{ upper: "counselling", lower: "copy-ai", lines: [27, 408] },
    why: {
      en: "The verticals that the minutes favour stand above what general ability has overtaken.",
      zh: "纪要看好的垂类，应排在已被通用能力赶上的应用之上。",
    },
  },
  {
    ...{ upper: "fine-tuning", lower: "copy-ai", lines: [27, 570] },
    why: {
      en: "A service without a great moat still has room to live; the shallow front end has none left.",
      zh: "没有太大壁垒的服务仍有生存空间，浅层前端已经没有了。",
    },
  },
];
