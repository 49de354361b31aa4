import type { compare as en } from "../en/compare";
import type { Twin } from "../twin";

export const compare = {
  title: "对比",
  count_other: "{{count}} 个候选项目",
  add: "添加候选项目",
  full: "最多 {{most}} 个",
  none: "这个范围里没有这样的名称。",
  emptyTitle: "把候选项目放在一起看",
  empty: "选 {{fewest}} 到 {{most}} 个：图形、数字和理由并排呈现。",
  radar: "各指标雷达图；旁边的表格给出同样的数字",
  outward: "各轴越靠外越好；▽ 已反向绘制",
  table: "对比表",
  total: "总分",
  rank: "排名",
  rankOf: "{{rank}} / {{of}}",
  reviews: "评审",
  points: "{{points}} 分",
  apart: "分歧：极差不小于 3",
  unscored: "还没有评分",
  remove: "从对比中移除{{name}}",
  who: "谁说了什么",
  you: "你",
  nobody: "还没有人提交评审。",
  hidden_zero: "提交后可见：还没有人提交评审",
  hidden_other: "提交后可见：已有 {{count}} 份评审",
  recused: "你已回避。",
} satisfies Twin<typeof en>;
