import type { QueuePage } from "@highwater/shared/reviews/contract";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/empty";
import { Kbd } from "../../ui/kbd";
import { LinkButton } from "../../ui/link";
import { PageHead } from "../../ui/page-head";
import { QueueList } from "./queue-list";
import classes from "./queue-list.module.css";
import { useEnter } from "./use-enter";

interface QueueProps {
  team: string;
  queue: QueuePage;
  /** Viewers read; nothing ever waits for their review. */
  mayReview: boolean;
}

export function Queue({ team, queue, mayReview }: QueueProps) {
  const { t } = useTranslation("reviews");
  const navigate = useNavigate();
  const first = mayReview ? queue.items[0] : undefined;
  const target = { to: "/t/$team/c/$id/review", params: { team, id: first?.id ?? "" } } as const;
  useEnter(() => void navigate(target), first !== undefined);
  if (!first)
    return (
      <>
        <PageHead title={t("queue.emptyTitle")} />
        <Empty
          title={t("queue.emptyTitle")}
          action={
            <LinkButton to="/t/$team/inbox" params={{ team }} variant="default">
              {t("queue.toInbox")}
            </LinkButton>
          }
        >
          {t(mayReview ? "queue.empty" : "queue.viewer")}
        </Empty>
      </>
    );
  return (
    <>
      <PageHead title={t("queue.waits", { count: queue.total })}>
        <LinkButton {...target} aria-keyshortcuts="Enter" rightSection={<Kbd keys="⏎" />}>
          {t(first.draft ? "queue.resume" : "queue.start")}
        </LinkButton>
      </PageHead>
      <p className={classes.hint}>{t("queue.blind")}</p>
      <QueueList team={team} items={queue.items} />
    </>
  );
}
