import type { FileShape, RowError } from "@highwater/shared/exchange/contract";
import { unguarded } from "@highwater/shared/exchange/formula";
import {
  isReviewTarget,
  readScore,
  reviewerTarget,
  summaryTarget,
} from "@highwater/shared/exchange/scores";
import { invalid } from "@highwater/shared/kernel/problem";
import type { Scores } from "@highwater/shared/reviews/contract";
import type { StagedReview } from "./extras.js";
import type { Here } from "./people.js";
import { excerpt, textOf } from "./reading/columns.js";
import type { RawRow } from "./reading/raw.js";

interface Place {
  index: number;
  header: string;
}
export interface ReviewPlan {
  reviewer: Place;
  summary: Place | null;
  /** By criterion. */
  scores: ReadonlyMap<string, Place>;
  reasons: ReadonlyMap<string, Place>;
}

/** Which columns hold reviews; null for a table without any. Whether they are whole is said in words. */
export function reviewPlanOf(
  mapping: readonly string[],
  { columns }: FileShape,
  criteria: readonly string[],
): ReviewPlan | null {
  const scores = new Map<string, Place>();
  const reasons = new Map<string, Place>();
  let reviewer: Place | null = null;
  let summary: Place | null = null;
  let first: number | null = null;
  for (const { index, header } of columns) {
    const target = mapping[index] ?? "skip";
    if (!isReviewTarget(target)) continue;
    first ??= index;
    const place = { index, header };
    const [kind, criterion] = target.split(":");
    if (target === reviewerTarget) reviewer = place;
    else if (target === summaryTarget) summary = place;
    else if (criterion !== undefined && criteria.includes(criterion))
      (kind === "score" ? scores : reasons).set(criterion, place);
    else
      throw invalid(
        `#/mapping/${index}`,
        "imports.target",
        `The rubric has no such criterion. It has: ${criteria.join(", ")}.`,
      );
  }
  if (first === null) return null;
  if (reviewer === null)
    throw invalid(
      `#/mapping/${first}`,
      "imports.no_reviewer",
      "Say which column names the reviewer: a score is somebody's.",
    );
  const lone = [...reasons].find(([criterion]) => !scores.has(criterion));
  if (scores.size === 0 || lone)
    throw invalid(
      `#/mapping/${lone?.[1].index ?? reviewer.index}`,
      "imports.no_scores",
      "Say which column holds the scores that belong to it, or skip it.",
    );
  return { reviewer, summary, scores, reasons };
}

/** Who is meant by an e-mail, or by a name that one member alone has. */
export function reviewersOf(members: readonly Here[]): ReadonlyMap<string, Here | "several"> {
  const known = new Map<string, Here | "several">();
  for (const member of members) {
    const name = member.name.toLowerCase();
    known.set(name, known.has(name) ? "several" : member);
  }
  for (const member of members) if (member.email) known.set(member.email.toLowerCase(), member);
  return known;
}

const mostOfReason = 2_000;
const mostOfSummary = 5_000;

/** The review that a row holds, or what is wrong with it. Reasons may be missing: it is marked imported. */
export function reviewOf(
  { row, cells }: RawRow,
  { reviewer, summary, scores, reasons }: ReviewPlan,
  reviewers: ReturnType<typeof reviewersOf>,
): { review: StagedReview | null; errors: RowError[] } {
  const errors: RowError[] = [];
  const read = ({ index }: Place) => unguarded(textOf(cells[index]).trim()).toWellFormed();
  const refuse = (place: Place, code: string, reason: string) =>
    errors.push({
      row,
      column: place.header,
      value: excerpt(read(place)),
      code: `imports.${code}`,
      reason,
    });
  const prose = (place: Place | null | undefined, most: number) => {
    const text = place ? read(place) : "";
    if (place && text.length > most)
      refuse(place, "too_long", `Write at most ${most.toLocaleString("en")} characters.`);
    return text === "" ? null : text;
  };
  const given: Scores = {};
  for (const [criterion, place] of scores) {
    const text = read(place);
    const reason = prose(reasons.get(criterion), mostOfReason);
    if (text === "") {
      if (reason !== null)
        refuse(place, "no_score", "There is a reason and no score. Write 0 to 5.");
      continue;
    }
    const score = readScore(text);
    if (score === undefined)
      refuse(place, "score", "A score is a whole number from 0 to 5, or “n/a” for not assessed.");
    else given[criterion] = { score, reason };
  }
  const whole = prose(summary, mostOfSummary);
  const name = read(reviewer);
  const none = Object.keys(given).length === 0;
  if (errors.length === 0 && none && whole !== null)
    refuse(reviewer, "no_score", "The row has words of a review and no score. Write 0 to 5.");
  if (none || errors.length > 0) return { review: null, errors };
  const member = reviewers.get(name.toLowerCase());
  if (member === undefined || member === "several") {
    refuse(
      reviewer,
      "reviewer",
      name === ""
        ? "The row has scores and no reviewer. Say whose they are."
        : member
          ? `Several members are called ${name}. Write the e-mail.`
          : `Nobody of this team is called ${name}. Invite them first, or write the e-mail of a member.`,
    );
    return { review: null, errors };
  }
  const version = {
    number: null,
    rubricVersion: null,
    summary: whole,
    scores: given,
    signedAt: null,
  };
  return {
    review: { by: member.id, notBlind: false, signedAt: null, versions: [version] },
    errors,
  };
}
