import type { QueuePage } from "@highwater/shared/reviews/contract";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { takeUp } from "./queries";
import classes from "./queue-list.module.css";

/** What one abstains from, apart from what waits, with the way back. */
export function Abstained({ team, items }: { team: string; items: QueuePage["abstained"] }) {
  const { t } = useTranslation("reviews");
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="abstained" className={classes.apart}>
      <h2 id="abstained">{t("queue.abstained", { count: items.length })}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <LinkAnchor to="/t/$team/c/$id" params={{ team, id: item.id }}>
              <UserText>{item.name}</UserText>
            </LinkAnchor>
            <span className={classes.thesis}>
              <UserText>{item.reason}</UserText>
            </span>
            <TakeUp id={item.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Ends an abstention: it waits for one's review again. */
export function TakeUp({ id }: { id: string }) {
  const { t } = useTranslation("reviews");
  const deed = useMutation(takeUp(useQueryClient(), id));
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={deed.isPending}
      onClick={() => deed.mutate(undefined, { onError: notify.failed })}
    >
      {t("abstain.takeUp")}
    </Button>
  );
}
