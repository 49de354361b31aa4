import type { merges as en } from "../en/merges";
import type { Twin } from "../twin";

export const merges = {
  title: "合并",
  pick: {
    lead: "哪个候选项目与“{{name}}”是同一个？",
    search: "按名称或网址查找",
    duplicates: "可能重复",
    noDuplicates: "没有发现可能重复的项目，请在上方查找。",
    found_other: "找到 {{count}} 个",
    choose: "对比",
    chooseNamed: "与 {{name}} 对比",
  },
  lead: "保留“{{into}}”，“{{from}}”并入其中。请逐项选择要保留的内容。",
  swap: "改为保留“{{name}}”",
  equal_other: "{{count}} 项内容两边相同",
  along: "一并转入：证据 {{evidence}} 条、试用 {{trials}} 次、已提交评审 {{reviews}} 份。",
  merge: "合并",
  merged: "“{{from}}”已并入“{{into}}”",
  undone: "已撤销合并",
  kept: "已撤销合并。以下内容在合并后改过，予以保留：{{facts}}",
  here: {
    title: "已并入此项目",
    undo: "撤销",
    undoNamed: "撤销与 {{name}} 的合并",
  },
} satisfies Twin<typeof en>;
