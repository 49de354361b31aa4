import type { QueueMode, QueuePage } from "@highwater/shared/reviews/contract";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/empty";
import { Kbd } from "../../ui/kbd";
import { LinkButton } from "../../ui/link";
import { PageHead } from "../../ui/page-head";
import { Abstained } from "./abstained";
import { QueueHead } from "./queue-head";
import { QueueList } from "./queue-list";
import { useEnter } from "./use-enter";

interface QueueProps {
  team: string;
  queue: QueuePage;
  mode: QueueMode;
  onMode: (mode: QueueMode) => void;
  /** Viewers read; nothing ever waits for their review. */
  mayReview: boolean;
}

export function Queue({ team, queue, mode, onMode, mayReview }: QueueProps) {
  const { t } = useTranslation("reviews");
  const navigate = useNavigate();
  const first = mayReview ? queue.items[0] : undefined;
  const target = { to: "/t/$team/c/$id/review", params: { team, id: first?.id ?? "" } } as const;
  useEnter(() => void navigate(target), first !== undefined);
  const progress = (
    <LinkButton to="/t/$team/progress" params={{ team }} variant="default">
      {t("queue.toProgress")}
    </LinkButton>
  );
  const abstained = <Abstained team={team} items={queue.abstained} />;
  if (!first)
    return (
      <>
        <PageHead title={t("queue.emptyTitle")}>{progress}</PageHead>
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
        {abstained}
      </>
    );
  return (
    <>
      <PageHead title={t("queue.waits", { count: queue.total })}>
        {progress}
        <LinkButton {...target} aria-keyshortcuts="Enter" rightSection={<Kbd keys="⏎" />}>
          {t(first.draft ? "queue.resume" : "queue.start")}
        </LinkButton>
      </PageHead>
      <QueueHead queue={queue} mode={mode} onMode={onMode} />
      <QueueList team={team} items={queue.items} />
      {abstained}
    </>
  );
}
