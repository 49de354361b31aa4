import type { Watch } from "@highwater/shared/stages/contract";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { day } from "../../ui/time-ago";
import { usualWait } from "./days";
import { useDecide, useMoveStage } from "./deeds";
import classes from "./due-watches.module.css";
import { dueWatchesQuery } from "./queries";

/** The watched candidates whose day has come. Nothing shows where there are none. */
export function DueWatches({ team, mayMove }: { team: string; mayMove: boolean }) {
  const { t } = useTranslation("stages");
  const { data } = useQuery(dueWatchesQuery());
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="due" className={classes.section}>
      <h2 id="due" className={classes.title}>
        {t("due.title", { count: data.items.length })}
      </h2>
      <ul className={classes.list}>
        {data.items.map((watch) => (
          <li key={watch.id} className={classes.row}>
            <DueWatch watch={watch} team={team} mayMove={mayMove} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DueWatchProps {
  watch: Watch;
  team: string;
  mayMove: boolean;
}

function DueWatch({ watch, team, mayMove }: DueWatchProps) {
  const { t } = useTranslation("stages");
  const { id, name, trigger, nextLook, lastTrial } = watch;
  const params = { team, id };
  return (
    <>
      <div className={classes.what}>
        <LinkAnchor className={classes.name} to="/t/$team/c/$id" params={params}>
          <UserText>{name}</UserText>
        </LinkAnchor>
        <div className={classes.dim}>
          {t("due.since", { day: day(nextLook) })}
          {trigger && (
            <>
              {" · "}
              {t("trigger")} <UserText>{trigger}</UserText>
            </>
          )}
        </div>
      </div>
      <div className={classes.trial}>
        {lastTrial ? (
          <>
            <div>{t("due.grade", { grade: lastTrial.grade, day: day(lastTrial.on) })}</div>
            <div className={classes.dim}>
              <UserText>{lastTrial.task}</UserText>
            </div>
          </>
        ) : (
          <span className={classes.dim}>{t("due.untried")}</span>
        )}
        <LinkAnchor inherit to="/t/$team/c/$id" params={params} hash="trials">
          {t(lastTrial ? "due.retry" : "due.try")}
        </LinkAnchor>
      </div>
      {mayMove && <Ways watch={watch} />}
    </>
  );
}

function Ways({ watch: { id, name, reason, trigger } }: Pick<DueWatchProps, "watch">) {
  const { t } = useTranslation("stages");
  const move = useMoveStage();
  const decide = useDecide();
  const busy = move.isPending || decide.isPending;
  const input = { outcome: "watch", from: "decided", reason, trigger } as const;
  return (
    <div className={classes.ways}>
      <Button
        variant="default"
        disabled={busy}
        onClick={() => move.mutate({ id, name, from: "decided", to: "review" })}
      >
        {t("due.toReview")}
      </Button>
      <Button variant="default" disabled={busy} onClick={() => decide.mutate({ id, name, input })}>
        {t("due.watchOn", { days: usualWait })}
      </Button>
    </div>
  );
}
