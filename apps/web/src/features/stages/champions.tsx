import { Button, Textarea } from "@mantine/core";
import { IconStar } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { icon } from "../../ui/icon";
import { guessLanguage } from "../../ui/localized";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { TimeAgo } from "../../ui/time-ago";
import { undoToast } from "../../ui/undo-toast";
import { useChampion, useStepBack } from "./champion-deeds";
import classes from "./champions.module.css";
import { championsQuery } from "./queries";

/** Who backs a revealed candidate against its total. It counts for nothing, and is seen by all. */
export function Champions({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation("stages");
  const { data } = useQuery(championsQuery(candidateId));
  const champion = useChampion(candidateId);
  const stepBack = useStepBack(candidateId);
  const [writing, setWriting] = useState(false);
  if (!data || (data.items.length === 0 && !data.mayChampion)) return null;
  const own = data.items.find(({ mine }) => mine);
  const leave = () =>
    stepBack.mutate(undefined, {
      onError: notify.failed,
      onSuccess: () =>
        own &&
        undoToast(t("champion.left"), () =>
          champion.mutate(own.reason, { onError: notify.failed }),
        ),
    });
  return (
    <section className={classes.section} aria-label={t("champion.title")}>
      <ul className={classes.list}>
        {data.items.map(({ by, reason, at }) => (
          <li key={by.id} className={classes.item}>
            <span className={classes.star} aria-hidden="true">
              ★
            </span>
            <div>
              <strong>{t("champion.by", { name: by.name })}</strong>{" "}
              <span className={classes.dim}>
                <TimeAgo at={at} />
              </span>
              <p className={classes.reason} lang={guessLanguage(reason)}>
                {reason}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {writing && (
        <ReasonForm
          start={own?.reason ?? ""}
          error={champion.error}
          pending={champion.isPending}
          onSay={(reason) => champion.mutate(reason, { onSuccess: () => setWriting(false) })}
          onClose={() => setWriting(false)}
        />
      )}
      {data.mayChampion && !writing && (
        <div className={classes.acts}>
          <Button
            variant="default"
            leftSection={<IconStar {...icon} />}
            onClick={() => setWriting(true)}
          >
            {t(own ? "champion.again" : "champion.act")}
          </Button>
          {own && (
            <Button variant="subtle" color="gray" loading={stepBack.isPending} onClick={leave}>
              {t("champion.leave")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

interface ReasonFormProps {
  start: string;
  error: unknown;
  pending: boolean;
  onSay: (reason: string) => void;
  onClose: () => void;
}

function ReasonForm({ start, error, pending, onSay, onClose }: ReasonFormProps) {
  const { t } = useTranslation(["stages", "common"]);
  const [reason, setReason] = useState(start);
  const blank = reason.trim() === "";
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!blank) onSay(reason);
      }}
    >
      <Textarea
        label={t("stages:champion.reason")}
        description={t("stages:champion.hint")}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemNote error={error} />
      <div className={classes.acts}>
        <Button type="submit" variant="default" disabled={blank} loading={pending}>
          {t("stages:champion.act")}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t("common:act.cancel")}
        </Button>
      </div>
    </form>
  );
}
