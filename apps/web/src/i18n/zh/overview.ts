import type { overview as en } from "../en/overview";
import type { Twin } from "../twin";

export const overview = {
  title: "总览",
  candidates: "候选项目",
  scored: "已评分并揭晓",
  meanTotal: "平均总分",
  atRisk: "有风险（风险 {{riskLine}} 及以上）",
  ofScored: "{{scored}} 个中的 {{count}} 个",
  funnel: "各阶段",
  mean: "均分 {{total}}",
  verticals: "各行业平均总分",
  noVertical: "未填行业",
  nothingScored: "还没有揭晓的评审。",
  of_other: "共 {{count}} 个",
  progress: "评审进度",
  nothingAssigned: "还没有分配评审。",
  signedOf: "已提交 {{signed}} / {{assigned}}",
  overdue_other: "{{count}} 份逾期",
} satisfies Twin<typeof en>;
