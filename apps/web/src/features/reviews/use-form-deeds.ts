import type { InputError } from "@highwater/shared/kernel/problem";
import type { Rubric } from "@highwater/shared/rubrics/contract";
import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLocale } from "../../i18n/i18n";
import { citeButton } from "./cite-field";
import { markOf, scored, withAnchorWords } from "./sheet";
import { useReviewKeys } from "./use-review-keys";
import { type Scoring, summaryStop } from "./use-scoring";
import { focusReason, focusStop } from "./use-stops";
import { useEffectText } from "./words";

interface FormDeedsOptions {
  form: RefObject<HTMLElement | null>;
  rubric: Rubric;
  scoring: Scoring;
  sign: () => void;
  signAndNext: () => void;
  skip: () => void;
}

/** The stop that an input error is about: `#/scores/pain/reason` is about pain. */
export const stopOf = ({ pointer }: InputError) => {
  const [, group, key] = pointer.split("/");
  return { stop: group === "scores" && key ? key : summaryStop, text: pointer.endsWith("/reason") };
};

/** What keys and clicks do to the open criterion, and what is said aloud of it. */
export function useFormDeeds(options: FormDeedsOptions) {
  const { form, rubric, scoring, sign, signAndNext, skip } = options;
  const { t } = useTranslation("reviews");
  const effect = useEffectText(rubric);
  const [said, setSaid] = useState("");
  const criterion = rubric.criteria.find(({ key }) => key === scoring.open);

  function score(given: number | null) {
    if (!criterion) return;
    scoring.mark(criterion, (mark) => scored(mark, given, criterion));
    setSaid(effect(criterion, given));
  }

  function takeWords() {
    if (!criterion) return;
    const given = markOf(scoring.sheet, criterion.key).score;
    if (typeof given !== "number")
      return setSaid(given === null ? t("form.takeNone") : t("form.takeFirst"));
    scoring.mark(criterion, (mark) => withAnchorWords(mark, criterion, currentLocale()));
    setSaid(criterion.anchors.find(({ level }) => level === given)?.text[currentLocale()] ?? "");
  }

  useReviewKeys(form, {
    score,
    notAssessed: () => score(null),
    next: () => scoring.step(1),
    previous: () => scoring.step(-1),
    toReason: () => focusReason(scoring.open),
    takeWords,
    cite: () => document.getElementById(citeButton(scoring.open))?.click(),
    leaveField: () => focusStop(scoring.open),
    sign,
    signAndNext,
    skip,
  });

  return { score, takeWords, said };
}
