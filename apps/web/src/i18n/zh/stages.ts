import type { stages as en } from "../en/stages";
import type { Twin } from "../twin";

export const stages = {
  stage: "阶段",
  inbox: "待筛",
  screening: "初筛",
  review: "评审",
  discussion: "讨论",
  decided: "已决",
  menu: "阶段：{{stage}}，点按可移动",
  moveTo: "移到",
  moveNamed: "把“{{name}}”移到“{{stage}}”",
  moved: "“{{name}}”已移到“{{stage}}”",
} satisfies Twin<typeof en>;
