import type { notifications as en } from "../en/notifications";
import type { Twin } from "../twin";

export const notifications = {
  title: "通知",
  none: "没有新通知",
  what: "有人请你评审、提到你，或者你评审过的项目揭晓、作出决定时，会在这里通知你。",
  unread_other: "{{count}} 条未读",
  read: "标为已读",
  readAll: "全部标为已读",
  queue: "前往我的待评队列",
  more: "更早的通知",
  kind: {
    assigned: "指派",
    mentioned: "提及",
    due: "到期",
    revealed: "揭晓",
    decided: "决定",
    "re-review": "复评",
  },
} satisfies Twin<typeof en>;
