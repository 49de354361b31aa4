import type { rubrics as en } from "../en/rubrics";
import type { Twin } from "../twin";

export const rubrics = {
  version: "第 {{version}} 版 · {{day}}起生效",
  both: "中英对照",
  print: "打印",
  lead: "总分是各项团队均分的加权和，范围 0 至 100。每个档位都写明具体表现，让不同的人打出的 3 分是同一个意思。",
  contents: "本页内容",
  code: "C{{number}}",
  weight: "权重 {{weight}}%",
  inverted: "▽ 越低越好",
  invertedHint: "按风险打分，5 为最差；系统会自动反转：风险 5 得 0 分，风险 0 得满分。",
  levels: "档位",
  cases: "纪要中处于这一档的案例",
  questions: "追问",
  quotes: "纪要原话",
  line: "L{{line}}",
  presets: "权重",
  presetsLead: "同一批评分可随时换一组权重来排名，不改动任何评分和规则。",
  preset: "预设",
  gates: "门槛",
  gatesLead: "门槛只作提示、说明原因、约束决定，从不改变总分。",
  rule: "规则",
  effect: "效力",
  source: "来源",
  sourceLine: "纪要所记均为发言者的个人观点，2023 年 3 月 19 日（L23）。",
} satisfies Twin<typeof en>;
