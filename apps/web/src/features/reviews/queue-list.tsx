import type { QueueItem } from "@highwater/shared/reviews/contract";
import { useTranslation } from "react-i18next";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import classes from "./queue-list.module.css";
import { useWord } from "./use-word";

/** What waits for one's own review. Of others' reviews only their number shows. */
export function QueueList({ team, items }: { team: string; items: readonly QueueItem[] }) {
  const { t } = useTranslation("reviews");
  const word = useWord();
  return (
    <ul className={classes.list} aria-label={t("queue.label")}>
      {items.map(({ id, name, thesis, vertical, signed, draft }) => (
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
            {draft && <span className={classes.draft}>{t("queue.draft")}</span>}
          </span>
          <span className={classes.signed}>
            {signed > 0 ? t("queue.signed", { count: signed }) : t("queue.none")}
          </span>
        </li>
      ))}
    </ul>
  );
}
