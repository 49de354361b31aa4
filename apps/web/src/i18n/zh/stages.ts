import type { stages as en } from "../en/stages";
import type { Twin } from "../twin";

export const stages = {
  stage: "阶段",
  inbox: "待筛",
  screening: "初筛",
  review: "评审",
  discussion: "讨论",
  decided: "已决",
} satisfies Twin<typeof en>;
