import type { InputError } from "@highwater/shared/kernel/problem";
import { problemsOfSigning } from "@highwater/shared/reviews/policy";
import type { Criterion, Rubric } from "@highwater/shared/rubrics/contract";
import { useCallback, useState } from "react";
import { fieldErrors } from "../../i18n/problem-text";
import { isProblem } from "../../lib/api-problem";
import type { DraftSaver } from "./draft-saver";
import type { DraftState } from "./draft-state";
import { inputOf, type Mark, markOf, type Sheet } from "./sheet";
import { useDraftState } from "./use-draft";

/** A criterion's key, or the last stop of the form. */
export type Stop = string;
export const summaryStop = "summary";

export const missing = (sheet: Sheet, { criteria }: Rubric): InputError[] =>
  problemsOfSigning(
    inputOf(sheet),
    criteria.map(({ key }) => key),
  );

function refusedErrors({ trouble }: DraftState): InputError[] {
  return trouble?.kind === "refused" && isProblem(trouble.error) ? trouble.error.errors : [];
}

/** Where the form opens: at the first criterion without a score, else at the first of all. */
const firstStop = (sheet: Sheet, { criteria }: Rubric): Stop =>
  (criteria.find(({ key }) => markOf(sheet, key).score === undefined) ?? criteria[0])?.key ??
  summaryStop;

/** What the form shows, and the deeds on it. One criterion is open at a time. */
export function useScoring(rubric: Rubric, saver: DraftSaver) {
  const state = useDraftState(saver);
  const [open, setOpen] = useState(() => firstStop(state.sheet, rubric));
  /** Counts the moves of the keyboard, so that the focus follows each. */
  const [moves, setMoves] = useState(0);
  const [attempted, setAttempted] = useState(false);
  const { sheet } = state;
  const stops = [...rubric.criteria.map(({ key }) => key), summaryStop];

  const go = useCallback((stop: Stop) => {
    setOpen(stop);
    setMoves((count) => count + 1);
  }, []);
  const step = (by: number) => {
    const at = Math.min(Math.max(stops.indexOf(open) + by, 0), stops.length - 1);
    go(stops[at] ?? summaryStop);
  };

  const mark = (criterion: Criterion, change: (mark: Mark) => Mark) => {
    const { sheet: latest } = saver.state();
    const marks = { ...latest.marks, [criterion.key]: change(markOf(latest, criterion.key)) };
    saver.edit({ ...latest, marks });
  };

  const errors = [...(attempted ? missing(sheet, rubric) : []), ...refusedErrors(state)];
  return {
    state,
    sheet,
    open,
    moves,
    errors: fieldErrors({ errors }),
    go,
    step,
    mark,
    summarise: (summary: string) => saver.edit({ ...saver.state().sheet, summary }),
    setAttempted,
  };
}

export type Scoring = ReturnType<typeof useScoring>;
