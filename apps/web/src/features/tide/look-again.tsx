import type { ReReview } from "@highwater/shared/tide/reliance";
import { Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { currentTeam } from "../../lib/api";
import { LinkButton } from "../../ui/link";
import { UserText, useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { useUnchanged } from "./deeds";
import { reReviewsQuery } from "./queries";
import classes from "./tide.module.css";

/** Who is asked to look again at this candidate, and one's own answer. */
export function LookAgain({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  const { data } = useQuery(reReviewsQuery(candidateId));
  if (!data || data.items.length === 0) return null;
  const mine = data.items.filter((task) => task.mine && task.closedAt === null);
  const rest = data.items.filter((task) => !mine.includes(task));
  return (
    <div className={classes.proposal}>
      {mine.map((task) => (
        <Answer key={task.id} task={task} />
      ))}
      {rest.length > 0 && (
        <ul className={classes.reasons}>
          {rest.map(({ id, member, release, closedBy, reason }) => (
            <li key={id}>
              {t(`again.${closedBy ?? "open"}`, {
                name: member.name,
                release: localized(release.name),
              })}
              {reason && (
                <>
                  {" "}
                  <UserText className={classes.dim}>{reason}</UserText>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A new signature, or unchanged with a reason. */
function Answer({ task }: { task: ReReview }) {
  const { t } = useTranslation("tide");
  const localized = useLocalized();
  const unchanged = useUnchanged();
  const [reason, setReason] = useState<string | null>(null);
  return (
    <div className={classes.card}>
      <strong>{t("again.asked", { release: localized(task.release.name) })}</strong>
      {reason !== null && (
        <Textarea
          label={t("again.reason")}
          autosize
          minRows={2}
          maxLength={2000}
          data-autofocus
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      <ProblemNote error={unchanged.error} />
      <div className={classes.actions}>
        <LinkButton
          variant="default"
          to="/t/$team/c/$id/review"
          params={{ team: currentTeam() ?? "", id: task.candidate.id }}
        >
          {t("again.review")}
        </LinkButton>
        <Button
          variant="default"
          disabled={reason !== null && reason.trim() === ""}
          loading={unchanged.isPending}
          onClick={() =>
            reason === null ? setReason("") : unchanged.mutate({ id: task.id, reason })
          }
        >
          {t("again.unchangedDo")}
        </Button>
      </div>
    </div>
  );
}
