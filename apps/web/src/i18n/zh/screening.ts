import type { screening as en } from "../en/screening";
import type { Twin } from "../twin";

export const screening = {
  start: "开始筛选",
  title: "逐个筛选：{{stage}}",
  undo: "撤销",
  leave: "离开",
  progress: "筛选进度",
  at: "第 {{at}} 个，共 {{total}} 个",
  pace_other: "每分钟 {{pace}} 个 · 约剩 {{left}} 分钟",
  waiting_other: "{{count}} 项尚未保存",
  reason: "一句话理由（选填）",
  watch: {
    label: "选择跟踪时",
    again: "跟踪：多久后再看",
    days: "{{days}} 天",
    trigger: "或出现什么情况时再看（选填）",
  },
  verdict: { review: "评审", watch: "跟踪", pass: "放弃", later: "稍后" },
  over: {
    title: "这一批筛完了",
    text: "去向对全团队可见。",
    review: "个进入评审",
    watch: "个跟踪",
    pass: "个放弃",
    later: "个留待以后",
    toQueue: "前往评审队列",
  },
  toInbox: "回到待筛",
  empty: {
    title: "没有要筛选的项目",
    text: "这里逐个展示新进的项目。请先往待筛里添加项目。",
  },
  viewer: {
    title: "筛选由评审人进行",
    text: "你目前只能查看。如需筛选，请联系所有者或管理员调整角色。",
  },
} satisfies Twin<typeof en>;
