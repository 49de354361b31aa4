import type { Trial } from "@highwater/shared/candidates/contract";
import { atLeast } from "@highwater/shared/team/policy";
import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "../../ui/confirm-button";
import { icon } from "../../ui/icon";
import { UserText } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { day } from "../../ui/time-ago";
import { undoToast } from "../../ui/undo-toast";
import { useRecordTrial, useRemoveTrial } from "./deeds";
import { Prose } from "./prose";
import { trialsQuery } from "./queries";
import { TrialForm } from "./trial-form";
import classes from "./trials.module.css";
import type { Viewer } from "./viewer";
import { useWords } from "./words";

interface TrialsProps {
  candidateId: string;
  viewer: Viewer;
}

/** Dated hands-on trials. Open to the whole team, before the reveal too. */
export function Trials({ candidateId, viewer }: TrialsProps) {
  const { t } = useTranslation("candidates");
  const trials = useQuery(trialsQuery(candidateId));
  const [adding, setAdding] = useState(useLocation().hash === "trials");
  const mayRecord = atLeast(viewer.role, "reviewer");
  const items = trials.data?.items ?? [];
  return (
    <section aria-labelledby="trials" className={classes.section}>
      <div className={classes.top}>
        <h2 id="trials" className={classes.title}>
          {t("trials.title")}
        </h2>
        {mayRecord && !adding && (
          <Button
            variant="default"
            leftSection={<IconPlus {...icon} />}
            onClick={() => setAdding(true)}
          >
            {t("trials.add")}
          </Button>
        )}
      </div>
      <p className={classes.dim}>{t("trials.lead")}</p>
      {adding && mayRecord && (
        <TrialForm candidateId={candidateId} onClose={() => setAdding(false)} />
      )}
      {trials.error && <ProblemNote error={trials.error} onRetry={() => void trials.refetch()} />}
      {trials.data && items.length === 0 && !adding && (
        <p className={classes.dim}>{t("trials.none")}</p>
      )}
      <ul className={classes.list}>
        {items.map((trial) => (
          <li key={trial.id} id={`trial-${trial.id}`} className={classes.trial}>
            <TrialItem trial={trial} candidateId={candidateId} viewer={viewer} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TrialItemProps extends TrialsProps {
  trial: Trial;
}

function TrialItem({ trial, candidateId, viewer }: TrialItemProps) {
  const { t } = useTranslation("candidates");
  const words = useWords();
  return (
    <>
      <span className={classes.grade} title={t("trials.gradeOf", { grade: trial.grade })}>
        <strong>{trial.grade}</strong>
        <small className={classes.dim}>/100</small>
      </span>
      <div className={classes.body}>
        <UserText>{trial.task}</UserText>
        <div className={classes.dim}>
          {words("trialStatus", trial.status)} · {day(trial.on)} · {trial.by.name}
        </div>
        {trial.note && <Prose text={trial.note} />}
      </div>
      <Remove trial={trial} candidateId={candidateId} viewer={viewer} />
    </>
  );
}

/** One's own can be taken back by entering it again; someone else's is gone, so that asks first. */
function Remove({ trial, candidateId, viewer }: TrialItemProps) {
  const { t } = useTranslation("candidates");
  const removal = useRemoveTrial(candidateId);
  const record = useRecordTrial(candidateId);
  const remove = () =>
    removal.mutate(trial.id, {
      onError: notify.failed,
    });
  if (trial.by.id !== viewer.memberId)
    return atLeast(viewer.role, "admin") ? (
      <ConfirmButton
        label={t("trials.remove")}
        warning={t("trials.removeOther", { name: trial.by.name })}
        loading={removal.isPending}
        onConfirm={remove}
      />
    ) : null;
  const { task, grade, on, status, note } = trial;
  const takeBack = () => {
    record.mutate({ task, grade, on, status, note }, { onError: notify.failed });
  };
  const removeOwn = async () => {
    try {
      await removal.mutateAsync(trial.id);
      undoToast(t("trials.removed"), takeBack);
    } catch (error) {
      notify.failed(error);
    }
  };
  return (
    <ActionIcon
      aria-label={t("trials.removeNamed", { task })}
      loading={removal.isPending}
      onClick={() => void removeOwn()}
    >
      <IconX {...icon} />
    </ActionIcon>
  );
}
