import { useTranslation } from "react-i18next";
import { languageTag } from "../i18n/i18n";

const steps = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

function relative(from: Date, now: number, tag: string): string {
  const seconds = (from.getTime() - now) / 1000;
  const words = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  return step ? words.format(Math.round(seconds / step[1]), step[0]) : words.format(0, "second");
}

export const clock = (at: string) =>
  new Intl.DateTimeFormat(languageTag(), { hour: "2-digit", minute: "2-digit" }).format(
    new Date(at),
  );

const isDay = (at: string) => at.length === "2023-03-19".length;

/** A day without a time is the same one everywhere; a moment is the day where one reads it. */
export const day = (at: string) =>
  new Intl.DateTimeFormat(languageTag(), {
    dateStyle: "medium",
    ...(isDay(at) ? { timeZone: "UTC" } : {}),
  }).format(new Date(at));

/** "3 hours ago"; the exact time on hover. */
export function TimeAgo({ at }: { at: string }) {
  useTranslation("common");
  const tag = languageTag();
  const date = new Date(at);
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: "full", timeStyle: "short" }).format(
    date,
  );
  return (
    <time dateTime={at} title={exact}>
      {relative(date, Date.now(), tag)}
    </time>
  );
}
