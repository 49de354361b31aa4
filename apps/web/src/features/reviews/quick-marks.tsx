import { reasonNeeded } from "@highwater/shared/reviews/policy";
import type { Criterion, Rubric } from "@highwater/shared/rubrics/contract";
import { Button, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentLocale } from "../../i18n/i18n";
import { ProblemNote } from "../../ui/problem-note";
import { ConflictDialog } from "./conflict-dialog";
import { isDirty } from "./draft-state";
import { QuickCriterion } from "./quick-criterion";
import classes from "./quick-marks.module.css";
import { SaveState } from "./save-state";
import { type Given, markOf, scored, withAnchorWords } from "./sheet";
import { useDraft } from "./use-draft";
import { useQuickKeys } from "./use-quick-keys";
import { useScoring } from "./use-scoring";
import { useSigning } from "./use-signing";

interface QuickMarksProps {
  rubric: Rubric;
  candidateId: string;
  memberId: string;
  /** What is signed now is seen at once. */
  revealed: boolean;
}

function useQuickMarks({ rubric, candidateId, memberId }: QuickMarksProps) {
  const { t } = useTranslation("reviews");
  const saver = useDraft(memberId, candidateId);
  const scoring = useScoring(rubric, saver);
  const signing = useSigning({
    candidateId,
    rubric,
    saver,
    onIncomplete: () => scoring.setAttempted(true),
  });
  /** Where a reason is needed and none is written, the anchor's own words are one. */
  function score(criterion: Criterion, value: Given) {
    scoring.mark(criterion, (mark) => {
      const next = scored(mark, value, criterion);
      const bare = next.reason.trim() === "" && reasonNeeded(value ?? null);
      return bare ? withAnchorWords(next, criterion, currentLocale()) : next;
    });
    scoring.go(criterion.key);
  }
  async function sign() {
    if (saver.state().sheet.summary.trim() === "") scoring.summarise(t("quick.summary"));
    if (await signing.sign()) scoring.setAttempted(false);
  }
  return { saver, scoring, signing, score, sign };
}

/** One's own review in the form a meeting has time for: five keys, then in. The same review as on its page. */
export function QuickMarks(props: QuickMarksProps) {
  const { t } = useTranslation("reviews");
  const { rubric, revealed } = props;
  const { saver, scoring, signing, score, sign } = useQuickMarks(props);
  const { state, sheet, errors } = scoring;
  useQuickKeys({ rubric, scoring, score, sign: () => void sign() });
  const base = state.base?.data;
  const signed = base?.status === "signed" && !isDirty(state);
  const fresh = revealed ? "open" : "private";
  const standing = signed ? "in" : (base?.version ?? 0) > 0 ? "changed" : fresh;
  const refused = state.trouble?.kind === "refused" ? state.trouble.error : null;
  return (
    <section className={classes.quick} aria-label={t("quick.label")}>
      <header className={classes.head}>
        <h3>{t("quick.label")}</h3>
        <span className={classes.state} data-in={signed || undefined} role="status">
          {t(`quick.${standing}`)}
        </span>
      </header>
      {rubric.criteria.map((criterion) => (
        <QuickCriterion
          key={criterion.key}
          criterion={criterion}
          mark={markOf(sheet, criterion.key)}
          error={errors[`scores.${criterion.key}`] ?? errors[`scores.${criterion.key}.reason`]}
          current={scoring.open === criterion.key}
          onScore={(value) => score(criterion, value)}
          onReason={(reason) => scoring.mark(criterion, (mark) => ({ ...mark, reason }))}
        />
      ))}
      <TextInput
        label={t("quick.line")}
        placeholder={t("quick.summary")}
        value={sheet.summary}
        error={errors["summary"]}
        onChange={(event) => scoring.summarise(event.currentTarget.value)}
      />
      <ProblemNote error={refused ?? signing.problem} />
      <div className={classes.foot}>
        <SaveState state={state} onRetry={() => void saver.flush()} />
        <Button
          loading={signing.signing}
          disabled={signed}
          variant={signed ? "default" : "filled"}
          onClick={() => void sign()}
        >
          {t((base?.version ?? 0) > 0 ? "quick.again" : "quick.sign")}
        </Button>
      </div>
      {state.trouble?.kind === "conflict" && (
        <ConflictDialog
          rubric={rubric}
          here={state.sheet}
          theirs={state.trouble.theirs}
          onKeep={() => saver.tell({ type: "kept-mine" })}
          onTake={() => saver.tell({ type: "took-theirs" })}
        />
      )}
    </section>
  );
}
