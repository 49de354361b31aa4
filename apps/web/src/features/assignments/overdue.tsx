import { mayAssign } from "@highwater/shared/assignments/policy";
import type { Actor } from "@highwater/shared/team/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LinkAnchor } from "../../ui/link";
import { UserText } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import classes from "./assignments.module.css";
import { DueDay } from "./due-day";
import { overdueQuery } from "./queries";

interface OverdueProps {
  team: string;
  viewer: Pick<Actor, "role" | "memberId">;
}

/** What is past its date, and not known to be done. */
export function Overdue({ team, viewer }: OverdueProps) {
  const { t } = useTranslation("assignments");
  const { data, error, refetch } = useQuery(overdueQuery());
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  if (data.count === 0) return <p className={classes.dim}>{t("progress.noneOverdue")}</p>;
  return (
    <section aria-labelledby="overdue">
      <h2 id="overdue" className={classes.title}>
        {t("progress.overdue", { count: data.count })}
      </h2>
      <p className={classes.dim}>{t("progress.overdueHint")}</p>
      <ul className={classes.rows}>
        {data.items.map(({ by, candidate, member, state, ...item }) => (
          <li key={item.id}>
            <LinkAnchor
              to="/t/$team/c/$id"
              params={{ team, id: candidate.id }}
              className={classes.name}
            >
              <UserText>{candidate.name}</UserText>
            </LinkAnchor>
            <UserText>{member.name}</UserText>
            <span className={classes.dim}>{t(`state.${state}`)}</span>
            <DueDay
              item={{ ...item, member, candidate }}
              may={mayAssign(viewer, [member.id, by.id])}
            />
          </li>
        ))}
      </ul>
      {data.count > data.items.length && (
        <p className={classes.dim}>
          {t("progress.more", { count: data.count - data.items.length })}
        </p>
      )}
    </section>
  );
}
