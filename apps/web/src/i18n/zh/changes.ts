import type { changes as en } from "../en/changes";
import type { Twin } from "../twin";

export const changes = {
  title: "变化",
  since: "起始日期",
  table: "有变动的候选项目",
  candidate: "候选项目",
  total: "总分",
  why: "原因",
  others: "名次因其他项目变动。",
  looked: "只看排名前 {{looked}} 的项目。",
  cause: {
    revealed: "评审揭晓",
    returned: "回到排名",
    left: "退出排名",
    signed: "新提交一份评审",
    amended: "修改了一份评审",
    withdrawn: "一份评审不再计入",
    recounted: "评审重新统计",
    rubric: "评分标准 v{{version}} 生效",
  },
  emptyTitle: "没有变化",
  empty: "从那时起，总分和名次都没有变过。",
} satisfies Twin<typeof en>;
