import type { SourceCitation } from "@highwater/shared/evidence/citing";
import type { MyReview, ReviewInput } from "@highwater/shared/reviews/contract";
import type { Criterion } from "@highwater/shared/rubrics/contract";

/** A digit, "not assessed", or nothing yet. */
export type Given = number | null | undefined;

export interface Mark {
  score: Given;
  reason: string;
  citations?: SourceCitation[] | undefined;
}

/** A review as it stands on screen. A reason may be there before its score. */
export interface Sheet {
  summary: string;
  marks: Readonly<Record<string, Mark>>;
}

const noMark: Mark = { score: undefined, reason: "" };
export const markOf = (sheet: Sheet, key: string): Mark => sheet.marks[key] ?? noMark;

const blank = (text: string) => text.trim() === "";

export const sheetOf = (review: MyReview | null): Sheet => ({
  summary: review?.summary ?? "",
  marks: Object.fromEntries(
    Object.entries(review?.scores ?? {}).map(([key, { score, reason, citations }]) => [
      key,
      { score, reason: reason ?? "", ...(citations ? { citations } : {}) },
    ]),
  ),
});

/** What the server can hold of a sheet: no reason without its score, no blank text. */
export const inputOf = ({ summary, marks }: Sheet): ReviewInput => ({
  summary: blank(summary) ? null : summary,
  scores: Object.fromEntries(
    Object.entries(marks).flatMap(([key, { score, reason, citations = [] }]) =>
      score === undefined
        ? []
        : [
            [
              key,
              {
                score,
                ...(blank(reason) ? {} : { reason }),
                ...(citations.length > 0 ? { citations: [...citations] } : {}),
              },
            ],
          ],
    ),
  ),
});

const canonical = ({ summary, scores }: ReviewInput) =>
  JSON.stringify([
    summary,
    Object.entries(scores)
      .map(([key, { score, reason, citations = [] }]) => {
        const cited = citations.map((one) => [one.evidenceId, one.trialId, one.quote]);
        return [key, score, reason ?? "", cited] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

export const sameInput = (a: ReviewInput, b: ReviewInput) => canonical(a) === canonical(b);

/** Text on screen that only this browser can hold. */
export const holdsMore = ({ marks }: Sheet) =>
  Object.values(marks).some(
    ({ score, reason, citations = [] }) =>
      score === undefined && (!blank(reason) || citations.length > 0),
  );

const levelOf = (text: string, { anchors }: Criterion) =>
  anchors.find((anchor) => anchor.text.en === text.trim() || anchor.text.zh === text.trim());

const anchorText = (criterion: Criterion, score: Given, locale: "en" | "zh") =>
  criterion.anchors.find(({ level }) => level === score)?.text[locale] ?? "";

/** A new score. Words taken from an anchor follow it to the new level; one's own words stay. */
export function scored(mark: Mark, score: Given, criterion: Criterion): Mark {
  const taken = levelOf(mark.reason, criterion);
  if (!taken) return { ...mark, score };
  const locale = taken.text.zh === mark.reason.trim() ? "zh" : "en";
  return { ...mark, score, reason: anchorText(criterion, score, locale) };
}

/** The anchor's own words as reason: in place of another anchor's, after one's own. */
export function withAnchorWords(mark: Mark, criterion: Criterion, locale: "en" | "zh"): Mark {
  const words = anchorText(criterion, mark.score, locale);
  if (words === "" || mark.reason.includes(words)) return mark;
  const replace = blank(mark.reason) || levelOf(mark.reason, criterion) !== undefined;
  return { ...mark, reason: replace ? words : `${mark.reason.trimEnd()}\n${words}` };
}
