import type { pipeline as en } from "../en/pipeline";
import type { Twin } from "../twin";

export const pipeline = {
  title: "项目池",
  count_other: "{{count}} 个候选项目",
  columns: "显示列",
  column: {
    name: "名称",
    stage: "阶段",
    vertical: "领域",
    tags: "标签",
    owner: "负责人",
    createdAt: "录入",
    updatedAt: "更新",
  },
  filter: {
    button: "筛选",
    any: "不限",
    tag: "标签",
    archived: "只看已归档",
    field: "自定义字段",
    operator: "比较方式",
    value: "值",
    add: "添加",
    someone: "已离开的成员",
    clear: "清除筛选",
    remove: "去掉筛选“{{name}}”",
    is: {
      q: "“{{value}}”",
      stage: "阶段：{{value}}",
      vertical: "领域：{{value}}",
      tag: "标签：{{value}}",
      owner: "负责人：{{value}}",
      outcome: "决定：{{value}}",
      import: "来自同一次导入",
      archived: "已归档",
    },
  },
  empty: {
    none: {
      title: "还没有候选项目",
      text: "团队关注的创业公司和应用点子都汇集在这里。可以逐个录入，也可以导入一份名单。",
      new: "新建候选项目",
      import: "导入名单",
    },
    filtered: {
      title: "没有符合条件的项目",
      text: "没有候选项目同时满足这些筛选条件。",
    },
  },
} satisfies Twin<typeof en>;
