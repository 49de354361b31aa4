import type { Notification } from "@highwater/shared/notifications/contract";

type Kind = Notification["kind"];

/** Nobody's language is known to the server, so a letter says it in both. */
const said: Record<Kind, (who: string, what: string) => [en: string, zh: string]> = {
  assigned: (who, what) => [`${who} asked you to review ${what}`, `${who} 请你评审 ${what}`],
  mentioned: (who, what) => [`${who} mentioned you on ${what}`, `${who} 在 ${what} 中提到了你`],
  due: (_, what) => [`Your review of ${what} is due`, `${what} 的评审快到期了`],
  revealed: (_, what) => [`The reviews of ${what} are revealed`, `${what} 的评审已揭晓`],
  "re-review": (who) => [
    `${who} published a release: look again at what it submerges`,
    `${who} 登记了一次发布：请复评被淹没的项目`,
  ],
  decided: (who, what) => [`${who} decided on ${what}`, `${who} 对 ${what} 作出了决定`],
};
const several = ["several candidates", "多个候选项目"] as const;

function lineOf({ kind, activity }: Notification, at: string): string {
  const { by, candidate } = activity;
  const [en] = said[kind](by?.name ?? "Highwater", candidate?.name ?? several[0]);
  const [, zh] = said[kind](by?.name ?? "Highwater", candidate?.name ?? several[1]);
  return `${en}\n${zh}\n${candidate ? `${at}/c/${candidate.id}` : `${at}/queue`}\n`;
}

/** One letter for all that is new. `at` is the address of the team's pages. */
export function letterOf(team: string, items: readonly Notification[], at: string) {
  const count = items.length;
  return {
    subject: `${team}: ${count} ${count === 1 ? "notification" : "notifications"} · ${count} 条通知`,
    text: `${items.map((item) => lineOf(item, at)).join("\n")}\n${at}/notifications\n`,
  };
}
