import type { Criterion, Rubric } from "@highwater/shared/rubrics/contract";
import { useShortcut } from "../../lib/shortcuts";
import type { Given } from "./sheet";
import type { Scoring } from "./use-scoring";

interface QuickKeys {
  rubric: Rubric;
  scoring: Scoring;
  score: (criterion: Criterion, value: Given) => void;
  sign: () => void;
}

/** A digit marks the criterion at hand and goes on to the next. */
export function useQuickKeys({ rubric, scoring, score, sign }: QuickKeys) {
  const at = rubric.criteria.findIndex(({ key }) => key === scoring.open);
  const give = (value: Given) => {
    const criterion = rubric.criteria[at];
    if (!criterion) return;
    score(criterion, value);
    scoring.go(rubric.criteria[at + 1]?.key ?? criterion.key);
  };
  useShortcut("0,1,2,3,4,5", ({ key }) => give(Number(key)));
  useShortcut("a", () => give(null));
  useShortcut("mod+enter", sign, { inFields: true });
}
