import type { views as en } from "../en/views";
import type { Twin } from "../twin";

export const views = {
  title: "视图",
  mine: "我的视图",
  shared: "共享视图",
  change: "重命名、共享或删除“{{name}}”",
  comma: "，",
  count_other: "{{count}} 个候选项目",
  unreadable: "筛选条件已失效",
  changed: "有改动",
  isShared: "已共享",
  by: "由 {{name}} 共享",
  save: "保存视图",
  saveNew: "另存为新视图",
  saveChanges: "保存改动",
  saved: "已保存“{{name}}”",
  name: "名称",
  share: "共享给团队",
  shareHint: "所有成员都能在侧栏看到。",
  delete: "删除视图",
  deleted: "已删除“{{name}}”",
  deleteWarning: "这是 {{name}} 创建的视图，删除后所有人都看不到，且无法撤销。",
} satisfies Twin<typeof en>;
