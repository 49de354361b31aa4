import type { Notification } from "@highwater/shared/notifications/contract";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ActivitySentence } from "../../ui/activity-sentence";
import { Empty } from "../../ui/empty";
import { LinkAnchor } from "../../ui/link";
import { notify } from "../../ui/notify";
import { PageHead } from "../../ui/page-head";
import { ProblemNote } from "../../ui/problem-note";
import { TimeAgo } from "../../ui/time-ago";
import classes from "./notifications.module.css";
import { notificationsQuery, useRead } from "./queries";

/** Of many reviews at once no single candidate is named. */
const leadsToQueue = ({ kind, activity }: Notification) =>
  (kind === "assigned" || kind === "due") && activity.candidate === null;

function Row({ one, team }: { one: Notification; team: string }) {
  const { t } = useTranslation("notifications");
  const read = useRead();
  return (
    <li className={classes.item} data-unread={one.readAt === null || undefined}>
      <span className={classes.kind}>{t(`kind.${one.kind}`)}</span>
      <span className={classes.sentence}>
        <ActivitySentence item={one.activity} team={team} />
        {leadsToQueue(one) && (
          <>
            {" · "}
            <LinkAnchor to="/t/$team/queue" params={{ team }} inherit>
              {t("queue")}
            </LinkAnchor>
          </>
        )}
      </span>
      <span className={classes.time}>
        <TimeAgo at={one.activity.at} />
      </span>
      {one.readAt === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => read.mutate([one.id], { onError: notify.failed })}
        >
          {t("read")}
        </Button>
      )}
    </li>
  );
}

/** What concerns me: unread marked, the newest first. */
export function NotificationList({ team }: { team: string }) {
  const { t } = useTranslation("notifications");
  const query = useInfiniteQuery(notificationsQuery());
  const read = useRead();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = query.data?.pages[0]?.unread ?? 0;
  if (query.data && items.length === 0)
    return (
      <>
        <PageHead title={t("title")} />
        <Empty title={t("none")}>{t("what")}</Empty>
      </>
    );
  return (
    <>
      <PageHead title={t("title")} aside={unread > 0 ? t("unread", { count: unread }) : undefined}>
        {unread > 0 && (
          <Button
            variant="default"
            loading={read.isPending}
            onClick={() => read.mutate(undefined, { onError: notify.failed })}
          >
            {t("readAll")}
          </Button>
        )}
      </PageHead>
      <div className={classes.page}>
        {query.error && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
        <ol className={classes.list}>
          {items.map((one) => (
            <Row key={one.id} one={one} team={team} />
          ))}
        </ol>
        {query.hasNextPage && (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("more")}
          </Button>
        )}
      </div>
    </>
  );
}
