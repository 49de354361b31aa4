import type { Candidate, Trial } from "@highwater/shared/candidates/contract";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { UserText } from "../../ui/localized";
import { day } from "../../ui/time-ago";
import classes from "./dossier.module.css";
import { type Fact, useFacts } from "./use-facts";

interface DossierProps {
  candidate: Candidate;
  trials: readonly Trial[];
  /** The way to where facts are entered. */
  edit: ReactNode;
}

function Prose({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  return (
    <section>
      <h2>{title}</h2>
      <p className={classes.prose}>
        <UserText>{text}</UserText>
      </p>
    </section>
  );
}

function Trials({ trials }: Pick<DossierProps, "trials">) {
  const { t } = useTranslation("reviews");
  const { t: words } = useTranslation("vocabulary");
  return (
    <section>
      <h2>{t("facts.trials")}</h2>
      {trials.length === 0 && <p className={classes.dim}>{t("facts.noTrials")}</p>}
      <ul className={classes.trials}>
        {trials.map(({ id, task, grade, on, status, note, by }) => (
          <li key={id}>
            <span className={classes.grade}>{t("facts.grade", { grade })}</span>
            <UserText>{task}</UserText>
            <span className={classes.dim}>
              {words(`trialStatus.${status}`)} · {by.name} · {day(on)}
            </span>
            {note && <UserText className={classes.prose}>{note}</UserText>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FactList({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Facts({ candidate, trials, edit }: DossierProps) {
  const { t } = useTranslation("reviews");
  const facts = useFacts(candidate);
  const { thesis, problem, description, overlookedInsight, pathTo90, partners, notes } = candidate;
  const empty = !thesis && !problem && !description && facts.length === 0;
  return (
    <>
      {thesis && (
        <p className={classes.thesis}>
          <UserText>{thesis}</UserText>
        </p>
      )}
      {empty && (
        <p className={classes.dim}>
          {t("facts.none")} {edit}
        </p>
      )}
      <Prose title={t("facts.problem")} text={problem} />
      <Prose title={t("facts.description")} text={description} />
      <FactList facts={facts} />
      <Trials trials={trials} />
      <Prose title={t("facts.path")} text={pathTo90} />
      <Prose title={t("facts.partners")} text={partners} />
      <Prose title={t("facts.insight")} text={overlookedInsight} />
      <Prose title={t("facts.notes")} text={notes} />
    </>
  );
}

/** What is known of a candidate, and never how others scored it. On a narrow screen it folds. */
export function Dossier(props: DossierProps) {
  const { t } = useTranslation("reviews");
  const wide = useMediaQuery("(min-width: 1100px)", true, { getInitialValueInEffect: false });
  const label = t("facts.label", { name: props.candidate.name });
  if (!wide)
    return (
      <details className={classes.folded}>
        <summary>
          <strong>{t("form.dossier")}</strong>{" "}
          {props.candidate.thesis && <UserText>{props.candidate.thesis}</UserText>}
        </summary>
        <section className={classes.dossier} aria-label={label}>
          <Facts {...props} />
        </section>
      </details>
    );
  return (
    <section
      className={classes.dossier}
      data-wide
      data-scrolls
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
      tabIndex={0}
    >
      <Facts {...props} />
    </section>
  );
}
