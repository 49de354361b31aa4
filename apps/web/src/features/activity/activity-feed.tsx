import type { ActivityItem } from "@highwater/shared/activity/contract";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ActivitySentence } from "../../ui/activity-sentence";
import { ProblemNote } from "../../ui/problem-note";
import { day, TimeAgo } from "../../ui/time-ago";
import classes from "./activity.module.css";
import { type Asked, activityQuery } from "./queries";

interface FeedProps {
  team: string;
  asked: Asked;
}

/** Entries of one day stand together. */
function byDay(items: readonly ActivityItem[]): [day: string, items: ActivityItem[]][] {
  const days = new Map<string, ActivityItem[]>();
  for (const item of items) {
    const on = day(item.at);
    days.set(on, [...(days.get(on) ?? []), item]);
  }
  return [...days];
}

export function ActivityFeed({ team, asked }: FeedProps) {
  const { t } = useTranslation("activity");
  const query = useInfiniteQuery(activityQuery(asked));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {query.error && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <p className={classes.hint}>{t("empty")}</p>}
      {byDay(items).map(([on, those]) => (
        <section key={on}>
          <h2 className={classes.day}>{on}</h2>
          <ol className={classes.list}>
            {those.map((item) => (
              <li key={item.id} className={classes.item}>
                <span>
                  <ActivitySentence item={item} team={team} />
                </span>
                <span className={classes.time}>
                  <TimeAgo at={item.at} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}
