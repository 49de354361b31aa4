import type { Progress } from "@highwater/shared/assignments/contract";
import type { Actor } from "@highwater/shared/team/contract";
import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/empty";
import { LinkAnchor, LinkButton } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { PageHead } from "../../ui/page-head";
import { day } from "../../ui/time-ago";
import classes from "./assignments.module.css";
import { Overdue } from "./overdue";
import { ReviewerTable } from "./reviewer-table";

interface ProgressViewProps {
  team: string;
  viewer: Pick<Actor, "role" | "memberId">;
  progress: Progress;
}

/** How far the reviews are: reviewer by reviewer, what is late, and candidate by candidate. */
export function ProgressView({ team, viewer, progress }: ProgressViewProps) {
  const { t } = useTranslation("assignments");
  const params = { team };
  const toQueue = (
    <LinkButton to="/t/$team/queue" params={params} variant="default">
      {t("progress.queue")}
    </LinkButton>
  );
  if (progress.reviewers.length === 0)
    return (
      <>
        <PageHead title={t("progress.title")}>{toQueue}</PageHead>
        <Empty
          title={t("progress.none")}
          action={
            <LinkButton to="/t/$team/candidates" params={params}>
              {t("progress.toPipeline")}
            </LinkButton>
          }
        >
          {t("progress.noneText")}
        </Empty>
      </>
    );
  return (
    <>
      <PageHead title={t("progress.title")}>{toQueue}</PageHead>
      <div className={classes.page}>
        <p className={classes.dim}>{t("progress.blind")}</p>
        <section aria-labelledby="reviewers">
          <h2 id="reviewers" className={classes.title}>
            {t("progress.reviewers")}
          </h2>
          <ReviewerTable reviewers={progress.reviewers} />
        </section>
        <Overdue team={team} viewer={viewer} />
        <Candidates team={team} progress={progress} />
      </div>
    </>
  );
}

function Candidates({ team, progress }: { team: string; progress: Progress }) {
  const { t } = useTranslation("assignments");
  const { items, count } = progress;
  if (count === 0) return null;
  return (
    <section aria-labelledby="underway">
      <h2 id="underway" className={classes.title}>
        {t("progress.candidates", { count })}
      </h2>
      <ul className={classes.rows}>
        {items.map(({ id, name, assigned, signed, needed, dueOn, overdue }) => (
          <li key={id}>
            <LinkAnchor to="/t/$team/c/$id" params={{ team, id }} className={classes.name}>
              <UserText>{name}</UserText>
            </LinkAnchor>
            <span>{t("progress.of", { signed, needed })}</span>
            <span className={classes.dim}>{t("progress.asked", { count: assigned })}</span>
            <span className={overdue ? classes.late : classes.dim}>
              {dueOn && t("due", { day: day(dueOn) })}
            </span>
          </li>
        ))}
      </ul>
      {count > items.length && (
        <p className={classes.dim}>{t("progress.more", { count: count - items.length })}</p>
      )}
    </section>
  );
}
