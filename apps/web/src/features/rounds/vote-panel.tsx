import type { MeetingItem } from "@highwater/shared/rounds/contract";
import { type Outcome, outcomes, type Voted } from "@highwater/shared/stages/contract";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forget, recall, remember } from "../../lib/remembered";
import { useShortcut } from "../../lib/shortcuts";
import { UserText } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { useVote } from "./deeds";
import classes from "./meeting.module.css";

interface VotePanelProps {
  roundId: string;
  current: MeetingItem;
  mayVote: boolean;
}

/** One key, and a reason if there is one; it can be changed until the decision. */
export function VotePanel({ roundId, current, mayVote }: VotePanelProps) {
  const { t } = useTranslation("rounds");
  const { votes } = current;
  return (
    <section className={classes.panel} aria-label={t("vote.label")}>
      <h3>{t("vote.label")}</h3>
      {mayVote && <MyVote roundId={roundId} current={current} />}
      {votes.shown ? (
        <Votes votes={votes.shown} />
      ) : (
        <p className={classes.dim} role="status">
          {t("vote.cast", { cast: votes.cast, of: Math.max(current.expected, votes.cast) })}{" "}
          {t("vote.sealed")}
        </p>
      )}
    </section>
  );
}

const keyOf = { invest: "I", watch: "W", pass: "P" } as const;

function MyVote({ roundId, current }: Omit<VotePanelProps, "mayVote">) {
  const { t } = useTranslation(["rounds", "stages"]);
  const vote = useVote(roundId, current.id);
  const { mine } = current.votes;
  const kept = `hw-vote-${current.id}`;
  const [reason, setReason] = useState(recall(kept) ?? mine?.reason ?? "");
  const write = (text: string) => {
    setReason(text);
    remember(kept, text);
  };
  const cast = (outcome: Outcome) =>
    vote.mutate(
      { outcome, reason: reason.trim().replace(/\s*\n\s*/g, " ") || null },
      { onSuccess: () => forget(kept) },
    );
  useShortcut("i", () => cast("invest"));
  useShortcut("w", () => cast("watch"));
  useShortcut("p", () => cast("pass"));
  const changed = mine !== null && reason.trim() !== (mine.reason ?? "");
  return (
    <>
      <fieldset className={classes.choices}>
        <legend className={classes.hidden}>{t("rounds:vote.mine")}</legend>
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            variant={mine?.outcome === outcome ? "filled" : "default"}
            aria-pressed={mine?.outcome === outcome}
            aria-keyshortcuts={keyOf[outcome]}
            loading={vote.isPending && vote.variables.outcome === outcome}
            onClick={() => cast(outcome)}
          >
            {t(`stages:outcome.${outcome}`)}
          </Button>
        ))}
      </fieldset>
      <Textarea
        label={t("rounds:vote.reason")}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={reason}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {changed && mine && (
        <Button variant="default" onClick={() => cast(mine.outcome)}>
          {t("rounds:vote.saveReason")}
        </Button>
      )}
      <ProblemNote error={vote.error} />
    </>
  );
}

export function Votes({ votes }: { votes: readonly Voted[] }) {
  const { t } = useTranslation(["rounds", "stages"]);
  if (votes.length === 0) return null;
  return (
    <ul className={classes.votes}>
      {outcomes.map((outcome) => {
        const given = votes.filter((vote) => vote.outcome === outcome);
        if (given.length === 0) return null;
        return (
          <li key={outcome}>
            <strong>
              {t(`stages:outcome.${outcome}`)} {given.length}
            </strong>
            <ul>
              {given.map(({ memberId, name, reason }) => (
                <li key={memberId}>
                  {name}
                  {reason && (
                    <>
                      {t("rounds:vote.colon")}
                      <UserText>{reason}</UserText>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
