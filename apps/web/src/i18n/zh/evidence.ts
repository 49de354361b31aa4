import type { evidence as en } from "../en/evidence";
import type { Twin } from "../twin";

export const evidence = {
  title: "证据",
  lead: "证据对全团队公开，揭晓之前也能看。",
  none: "还没有证据。可以添加链接、引文、访谈记录或文件。",
  add: "添加证据",
  kindLabel: "类型",
  kind: { link: "链接", quote: "引文", call: "访谈", file: "文件" },
  text: { link: "说明了什么", quote: "原话", call: "记录", file: "说明了什么" },
  markdown: "支持 Markdown：# 标题、- 列表、**加粗**、[文字](https://…)",
  url: "网址",
  who: "访谈对象",
  callWith: "访谈 {{who}}",
  titleLabel: "标题",
  on: "日期",
  status: "可信度",
  file: "文件",
  fileHint: "PDF、图片（PNG、JPEG、WebP、GIF）、Word、Excel 或 PowerPoint，不超过 25 MB。",
  tooLarge: "文件超过 25 MB，请换一个小一些的。",
  sending: "正在上传",
  edit: "编辑这条证据",
  remove: "删除",
  removeOther: "这是{{name}}添加的，删除后无法恢复。",
  removed: "证据已删除",
} satisfies Twin<typeof en>;
