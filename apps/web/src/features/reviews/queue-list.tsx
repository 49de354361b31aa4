import type { QueueItem } from "@highwater/shared/reviews/contract";
import { useTranslation } from "react-i18next";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { day } from "../../ui/time-ago";
import classes from "./queue-list.module.css";
import { useWord } from "./use-word";

/** What waits for one's own review. Of others' reviews only their number shows. */
export function QueueList({ team, items }: { team: string; items: readonly QueueItem[] }) {
  const { t } = useTranslation("reviews");
  const word = useWord();
  return (
    <ul className={classes.list} aria-label={t("queue.label")}>
      {items.map(({ id, name, thesis, vertical, signed, draft, ...mine }) => (
        <li key={id} className={classes.row}>
          <LinkAnchor
            className={classes.name}
            to="/t/$team/c/$id/review"
            params={{ team, id }}
            underline="never"
          >
            <UserText>{name}</UserText>
          </LinkAnchor>
          <span className={classes.thesis}>{thesis && <UserText>{thesis}</UserText>}</span>
          <span className={classes.vertical}>{word("vertical", vertical)}</span>
          <span className={classes.mark}>
            {mine.skipped && <span className={classes.dim}>{t("queue.skipped")}</span>}
            {draft && <span className={classes.draft}>{t("queue.draft")}</span>}
            {mine.assigned && (
              <span className={mine.overdue ? classes.late : classes.dim}>
                {mine.dueOn
                  ? t(mine.overdue ? "queue.overdue" : "queue.due", { day: day(mine.dueOn) })
                  : t("queue.assigned")}
              </span>
            )}
          </span>
          <span className={classes.signed}>
            {signed > 0 ? t("queue.signed", { count: signed }) : t("queue.none")}
          </span>
        </li>
      ))}
    </ul>
  );
}
