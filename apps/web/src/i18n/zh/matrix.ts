import type { matrix as en } from "../en/matrix";
import type { Twin } from "../twin";

export const matrix = {
  title: "矩阵",
  across: "横轴",
  up: "纵轴",
  total: "总分",
  reviews: "评审数",
  inverted: "{{name}} ▽（反向）",
  size: { label: "大小", reviews: "评审数", none: "统一大小" },
  colour: { label: "颜色", stage: "阶段", total: "总分" },
  quadrant: {
    build: "值得做：痛点真实，难被碾压",
    race: "与潮水赛跑：痛点真实，但有风险",
    idle: "安全，但谁需要它？",
    leave: "放手",
  },
  corner: {
    upRight: "两者都高",
    upLeft: "{{y}}高",
    downRight: "{{x}}高",
    downLeft: "两者都低",
  },
  plot: "{{y}}对{{x}}；下方表格给出同样的数字",
  spot: "{{name}}：第 {{rank}} 名，{{x}}，{{y}}",
  most: "只画出排名前 {{mostSpots}} 的项目。",
  asTable: "显示为表格",
  candidate: "候选项目",
  emptyTitle: "还没有可以画的内容",
  empty: "两个数字都有且评审已揭晓之后，候选项目会出现在这里。",
} satisfies Twin<typeof en>;
