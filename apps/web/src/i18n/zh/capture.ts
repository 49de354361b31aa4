import type { capture as en } from "../en/capture";
import type { Twin } from "../twin";

export const capture = {
  paste: {
    label: "粘贴名单、表格或消息",
    placeholder: "每行一个名称或链接，也可以是表格、消息",
    read: "识别",
  },
  head: { name: "名称", website: "网址", notes: "备注" },
  row: {
    tick: "添加“{{name}}”（第 {{line}} 行）",
    line: "第 {{line}} 行",
    name: "第 {{line}} 行的名称",
    website: "第 {{line}} 行的网址",
    notes: "第 {{line}} 行的备注",
    sameAs: "与上面的“{{name}}”重复",
    because: {
      website: "已在库中，网址相同：",
      name: "已在库中，名称相近：",
    },
  },
  check: {
    title: "核对粘贴内容",
    read_other: "{{count}} 个项目",
    all: "已选 {{chosen}} / {{of}}",
    add_other: "将 {{count}} 个加入待筛",
    back: "返回",
    unread_other: "有 {{count}} 行既无名称也无链接",
    added_other: "已将 {{count}} 个项目加入待筛",
  },
  nothing: {
    title: "没有识别出名称或链接",
    text: "每行写一个名称或链接，或者直接复制表格的单元格。",
  },
  toImport: "导入文件",
  elsewhere: {
    title: "从浏览器或手机录入",
    bookmark:
      "把下面的链接拖到书签栏。在任何产品的网页上点它，就会打开这个表单，名称、网址和选中的文字都已填好。",
    add: "加入 Highwater",
    code: "也可以新建书签，把这段作为网址",
    phone:
      "在手机上，用浏览器菜单把本站安装到桌面；之后在任何网页或消息上点“分享”，就能选 Highwater。",
  },
} satisfies Twin<typeof en>;
