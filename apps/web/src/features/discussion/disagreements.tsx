import type { Disagreement, Extreme } from "@highwater/shared/discussion/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Citations } from "../../ui/citations";
import { guessLanguage, UserText, useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { ScoreCell } from "../../ui/score-cell";
import { TimeAgo } from "../../ui/time-ago";
import { useSettle } from "./deeds";
import classes from "./disagreements.module.css";
import { disagreementsQuery } from "./queries";

interface DisagreementsProps {
  candidateId: string;
  criteria: readonly Criterion[];
}

/** Where the scores lie far apart, the two ends side by side. Nothing before the reveal. */
export function Disagreements({ candidateId, criteria }: DisagreementsProps) {
  const { t } = useTranslation("discussion");
  const { data, error } = useQuery(disagreementsQuery(candidateId));
  if (error) return <ProblemNote error={error} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="disagreements" className={classes.section}>
      <h2 id="disagreements" className={classes.title}>
        <span className={classes.sign} aria-hidden="true">
          ⇄
        </span>{" "}
        {t("apart.title")}
      </h2>
      <p className={classes.dim}>{t("apart.lead")}</p>
      <ul className={classes.cards}>
        {data.items.map((item) => (
          <li key={item.id} className={classes.card}>
            <Card
              item={item}
              candidateId={candidateId}
              criterion={criteria.find(({ key }) => key === item.criterion)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  item: Disagreement;
  candidateId: string;
  criterion: Criterion | undefined;
}

function Card({ item, candidateId, criterion }: CardProps) {
  const { t } = useTranslation("discussion");
  const localized = useLocalized();
  const name = criterion ? localized(criterion.name) : item.criterion;
  const inverted = criterion?.inverted ?? false;
  const isApart = item.spread >= 3;
  return (
    <>
      <h3 className={classes.name}>
        {name}{" "}
        <span className={isApart ? classes.apart : classes.dim}>
          {t(isApart ? "apart.spread" : "apart.nearer", { spread: item.spread })}
        </span>
      </h3>
      <div className={classes.ends}>
        <End end={item.lowest} side="lowest" name={name} inverted={inverted} />
        <End end={item.highest} side="highest" name={name} inverted={inverted} />
      </div>
      <Settling item={item} candidateId={candidateId} />
    </>
  );
}

interface EndProps {
  end: Extreme | null;
  side: "lowest" | "highest";
  name: string;
  inverted: boolean;
}

function End({ end, side, name, inverted }: EndProps) {
  const { t } = useTranslation(["discussion", "candidates"]);
  if (!end) return null;
  return (
    <section className={classes.end} aria-label={t(`discussion:apart.${side}`)}>
      <div className={classes.who}>
        <ScoreCell name={name} value={end.score} inverted={inverted} />
        <strong>{end.reviewer.name}</strong>
        {end.reviewer.sample && (
          <span className={classes.chip}>{t("candidates:scores.sample")}</span>
        )}
        {end.notBlind && (
          <span className={classes.chip} title={t("candidates:scores.notBlindWhy")}>
            {t("candidates:scores.notBlind")}
          </span>
        )}
      </div>
      {end.reason ? (
        <p className={classes.reason} lang={guessLanguage(end.reason)}>
          {end.reason}
        </p>
      ) : (
        <p className={classes.dim}>{t("discussion:apart.noReason")}</p>
      )}
      <Citations citations={end.citations} />
    </section>
  );
}

function Settling({ item, candidateId }: { item: Disagreement; candidateId: string }) {
  const { t } = useTranslation("discussion");
  const settle = useSettle(candidateId, item.id);
  const [writing, setWriting] = useState(false);
  const { settledAt, settledBy, note, maySettle } = item;
  if (writing)
    return (
      <SettleForm
        start={note ?? ""}
        error={settle.error}
        pending={settle.isPending}
        onSettle={(said) => settle.mutate(said, { onSuccess: () => setWriting(false) })}
        onClose={() => setWriting(false)}
      />
    );
  return (
    <div className={classes.settled}>
      {settledAt !== null && (
        <p className={classes.note}>
          <strong>{t("apart.settled")}</strong> {note && <UserText>{note}</UserText>}{" "}
          <span className={classes.dim}>
            {settledBy?.name} · <TimeAgo at={settledAt} />
          </span>
        </p>
      )}
      {maySettle && (
        <Button
          variant="default"
          size="compact-sm"
          loading={settle.isPending}
          onClick={() => (settledAt === null ? setWriting(true) : settle.mutate(null))}
        >
          {t(settledAt === null ? "apart.settle" : "apart.reopen")}
        </Button>
      )}
    </div>
  );
}

interface SettleFormProps {
  start: string;
  error: unknown;
  pending: boolean;
  onSettle: (note: string) => void;
  onClose: () => void;
}

function SettleForm({ start, error, pending, onSettle, onClose }: SettleFormProps) {
  const { t } = useTranslation(["discussion", "common"]);
  const [note, setNote] = useState(start);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== "") onSettle(note);
      }}
    >
      <Textarea
        label={t("discussion:apart.note")}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ProblemNote error={error} />
      <div className={classes.settled}>
        <Button type="submit" variant="default" disabled={note.trim() === ""} loading={pending}>
          {t("discussion:apart.settle")}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t("common:act.cancel")}
        </Button>
      </div>
    </form>
  );
}
