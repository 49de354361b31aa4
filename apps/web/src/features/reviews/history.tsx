import type { SignedVersion } from "@highwater/shared/reviews/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";
import { Drawer, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Citations } from "../../ui/citations";
import { guessLanguage, UserText, useLocalized } from "../../ui/localized";
import { ProblemNote } from "../../ui/problem-note";
import { ScoreCell } from "../../ui/score-cell";
import { TimeAgo } from "../../ui/time-ago";
import classes from "./history.module.css";
import { historyQuery } from "./queries";

interface HistoryProps {
  candidateId: string;
  criteria: readonly Criterion[];
  onClose: () => void;
}

/** Who signed what, when and why: each signature with what it changed. Hidden reviews aren't in it. */
export function History({ candidateId, criteria, onClose }: HistoryProps) {
  const { t } = useTranslation(["reviews", "common"]);
  const { data, error } = useQuery(historyQuery(candidateId));
  const own = data?.sight === "hidden";
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={t("reviews:history.title")}
      closeButtonProps={{ "aria-label": t("common:act.close") }}
    >
      <ProblemNote error={error} />
      {!data && !error && <Skeleton height={200} />}
      {data && (
        <p className={classes.dim}>{t(own ? "reviews:history.own" : "reviews:history.lead")}</p>
      )}
      {data?.items.length === 0 && <p className={classes.dim}>{t("reviews:history.none")}</p>}
      <ol className={classes.list}>
        {data?.items.map((version) => (
          <li key={`${version.reviewer.id}-${version.version}`} className={classes.version}>
            <Head version={version} />
            {version.summary && (
              <p className={classes.words} lang={guessLanguage(version.summary)}>
                {version.summary}
              </p>
            )}
            <Changes version={version} criteria={criteria} />
          </li>
        ))}
      </ol>
    </Drawer>
  );
}

function Head({ version: { reviewer, mine, version, ...said } }: { version: SignedVersion }) {
  const { t } = useTranslation(["reviews", "candidates"]);
  const marks = [
    mine && t("candidates:scores.you"),
    reviewer.sample && t("candidates:scores.sample"),
    said.imported && t("reviews:history.imported"),
    said.notBlind && t("candidates:scores.notBlind"),
    said.revealed && t("reviews:history.revealed"),
  ].filter((mark) => typeof mark === "string");
  return (
    <header className={classes.head}>
      <strong>{reviewer.name}</strong>
      <span className={classes.dim}>
        {t(version === 1 ? "reviews:history.signed" : "reviews:history.amended", { version })} ·{" "}
        <TimeAgo at={said.signedAt} /> ·{" "}
        {t("candidates:scores.rubric", { version: said.rubricVersion })}
      </span>
      {marks.map((mark) => (
        <span key={mark} className={classes.chip}>
          {mark}
        </span>
      ))}
    </header>
  );
}

interface ChangesProps {
  version: SignedVersion;
  criteria: readonly Criterion[];
}

function Changes({ version: { changes, version }, criteria }: ChangesProps) {
  const { t } = useTranslation("reviews");
  const localized = useLocalized();
  const place = (key: string) => criteria.findIndex((one) => one.key === key);
  if (changes.length === 0) return <p className={classes.dim}>{t("history.same")}</p>;
  return (
    <ul className={classes.changes}>
      {[...changes]
        .sort((a, b) => place(a.criterion) - place(b.criterion))
        .map(({ criterion, before, after }) => {
          const known = criteria.find(({ key }) => key === criterion);
          const name = known ? localized(known.short) : criterion;
          const inverted = known?.inverted ?? false;
          return (
            <li key={criterion}>
              <span className={classes.name}>{name}</span>
              <span className={classes.scores}>
                {version > 1 && (
                  <>
                    <ScoreCell name={name} value={before?.score} inverted={inverted} />
                    <span aria-hidden="true">→</span>
                  </>
                )}
                <ScoreCell name={name} value={after?.score} inverted={inverted} />
              </span>
              <span className={classes.why}>
                {after?.reason && <UserText>{after.reason}</UserText>}
                <Citations citations={after?.citations} />
              </span>
            </li>
          );
        })}
    </ul>
  );
}
