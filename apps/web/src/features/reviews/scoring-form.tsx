import type { InputError } from "@highwater/shared/kernel/problem";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { VisuallyHidden } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify";
import { ProblemNote } from "../../ui/problem-note";
import { AbstainDialog } from "./abstain-dialog";
import { AsideNote } from "./aside-note";
import { ConflictDialog } from "./conflict-dialog";
import { CriterionLine, OpenCriterion } from "./criterion";
import { isAsSigned } from "./draft-state";
import { FormHead } from "./form-head";
import { RecuseDialog } from "./recuse-dialog";
import classes from "./scoring-form.module.css";
import { markOf } from "./sheet";
import { SignBar } from "./sign-bar";
import { StandingNote } from "./standing-note";
import { SummaryField } from "./summary-field";
import { useDiscard } from "./use-discard";
import { useDraft } from "./use-draft";
import { stopOf, useFormDeeds } from "./use-form-deeds";
import { useScoring } from "./use-scoring";
import { useSigning } from "./use-signing";
import { focusReason, useStops } from "./use-stops";

interface ScoringFormProps {
  rubric: Rubric;
  candidate: { id: string; name: string };
  memberId: string;
  sight: CandidateReviews;
  /** What is known of the candidate; it stands beside the form. */
  dossier: ReactNode;
  /** The way to the candidate's page. */
  link: ReactNode;
  hasNext: boolean;
  onNext: () => void;
  /** To the end of the queue with it, and on to the next. */
  onSkip: () => void;
  place: { done: number; all: number };
}

type Deeds = ReturnType<typeof useForm>;

function useForm({ rubric, candidate, memberId, hasNext, onNext, onSkip }: ScoringFormProps) {
  const { t } = useTranslation("reviews");
  const form = useRef<HTMLDivElement>(null);
  const saver = useDraft(memberId, candidate.id);
  const scoring = useScoring(rubric, saver);
  const [said, setSaid] = useState("");

  function onIncomplete(errors: InputError[]) {
    scoring.setAttempted(true);
    const [first] = errors;
    if (!first) return;
    const { stop, text } = stopOf(first);
    scoring.go(stop);
    setSaid(t("sign.incomplete", { count: errors.length }));
    if (text) requestAnimationFrame(() => focusReason(stop));
  }

  const signing = useSigning({ candidateId: candidate.id, rubric, saver, onIncomplete });

  async function sign(): Promise<boolean> {
    const before = saver.state().base?.etag;
    const done = await signing.sign();
    if (!done || saver.state().base?.etag === before) return done;
    scoring.setAttempted(false);
    setSaid(t("sign.signed", { name: candidate.name }));
    return true;
  }
  const signAndNext = async () => {
    const signed = isAsSigned(scoring.state);
    if (!(await sign()) || !hasNext) return;
    if (!signed) notify.done(t("sign.signed", { name: candidate.name }));
    onNext();
  };
  const skip = () => {
    if (hasNext && saver.state().base?.data.status !== "signed") onSkip();
    else if (hasNext) onNext();
  };

  useStops(scoring.open, scoring.moves);
  const deeds = useFormDeeds({
    form,
    rubric,
    scoring,
    sign: () => void sign(),
    signAndNext: () => void signAndNext(),
    skip,
  });
  const discard = useDiscard(candidate.id, saver);
  return { form, saver, scoring, signing, said, sign, signAndNext, skip, deeds, discard };
}

function Criteria({ rubric, form }: { rubric: Rubric; form: Deeds }) {
  const { scoring, deeds } = form;
  return rubric.criteria.map((criterion, at) => {
    const shown = {
      rubric,
      criterion,
      mark: markOf(scoring.sheet, criterion.key),
      errors: scoring.errors,
    };
    if (criterion.key !== scoring.open)
      return (
        <CriterionLine key={criterion.key} {...shown} onOpen={() => scoring.go(criterion.key)} />
      );
    return (
      <OpenCriterion
        key={criterion.key}
        {...shown}
        last={at === rubric.criteria.length - 1}
        onScore={deeds.score}
        onReason={(reason) => scoring.mark(criterion, (mark) => ({ ...mark, reason }))}
        onTake={deeds.takeWords}
        onCite={(citations) => scoring.mark(criterion, (mark) => ({ ...mark, citations }))}
        onNext={() => scoring.step(1)}
      />
    );
  });
}

/** The scoring page: the facts beside, one criterion open, everything by key. */
export function ScoringForm(props: ScoringFormProps) {
  const { rubric, candidate, sight, dossier, link, hasNext, place } = props;
  const { t } = useTranslation("reviews");
  const [asking, setAsking] = useState<"abstain" | "recuse">();
  const form = useForm(props);
  const { saver, scoring, signing, discard } = form;
  const { state } = scoring;
  const base = state.base?.data;
  const refused = state.trouble?.kind === "refused" ? state.trouble.error : null;
  return (
    <div ref={form.form}>
      <FormHead
        name={candidate.name}
        rubric={rubric}
        state={state}
        onRetry={() => void saver.flush()}
        onDiscard={discard}
        onAbstain={base?.signedAt ? undefined : () => setAsking("abstain")}
        onRecuse={() => setAsking("recuse")}
        place={place}
      />
      <ProblemNote error={refused ?? signing.problem} />
      <div className={classes.desk}>
        {dossier}
        <section className={classes.form} aria-label={t("form.label")}>
          <AsideNote id={candidate.id} aside={sight.setAside} />
          <StandingNote state={state} sight={sight} link={link} onDiscard={discard} />
          <Criteria rubric={rubric} form={form} />
          <SummaryField
            value={scoring.sheet.summary}
            error={scoring.errors.summary}
            onChange={scoring.summarise}
          />
        </section>
      </div>
      <SignBar
        signed={isAsSigned(state)}
        amending={(base?.version ?? 0) > 0 && !base?.imported}
        hasNext={hasNext}
        signing={signing.signing}
        onSign={() => void form.sign()}
        onSignAndNext={() => void form.signAndNext()}
        onSkip={form.skip}
      />
      <VisuallyHidden role="status">{form.deeds.said}</VisuallyHidden>
      <VisuallyHidden role="alert">{form.said}</VisuallyHidden>
      {state.trouble?.kind === "conflict" && (
        <ConflictDialog
          rubric={rubric}
          here={state.sheet}
          theirs={state.trouble.theirs}
          onKeep={() => saver.tell({ type: "kept-mine" })}
          onTake={() => saver.tell({ type: "took-theirs" })}
        />
      )}
      {asking === "abstain" && (
        <AbstainDialog
          candidate={candidate}
          onClose={() => setAsking(undefined)}
          onAbstained={() => hasNext && props.onNext()}
        />
      )}
      <RecuseDialog
        candidate={candidate}
        opened={asking === "recuse"}
        onClose={() => setAsking(undefined)}
        onRecused={() => saver.tell({ type: "discarded", base: null })}
      />
    </div>
  );
}
