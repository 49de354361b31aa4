import type { InputError } from "../kernel/problem.js";
import type { Stage } from "../stages/contract.js";
import type { Actor } from "../team/contract.js";
import { atLeast } from "../team/policy.js";
import type { Sight } from "./contract.js";

type Ranked = Pick<Actor, "role">;

/** Reviewers and above review whatever is neither archived, nor decided, nor one they recused from. */
export const mayReview = (
  actor: Ranked,
  candidate: { archivedAt: Date | string | null; stage: Stage },
  recused: boolean,
): boolean =>
  atLeast(actor.role, "reviewer") &&
  candidate.archivedAt === null &&
  candidate.stage !== "decided" &&
  !recused;

/**
 * What this viewer may see of a candidate's reviews, and why. A recusal beats everything, even the reveal;
 * no role takes part in it: owners are no exception.
 */
export function sight(viewer: {
  recused: boolean;
  revealed: boolean;
  signed: boolean;
  opened: boolean;
}): Sight {
  if (viewer.recused) return "recused";
  if (viewer.revealed) return "revealed";
  if (viewer.signed) return "signed";
  if (viewer.opened) return "opened";
  return "hidden";
}

/** Whether the reviews of others lie open. */
export const sees = (sight: Sight): boolean =>
  sight === "revealed" || sight === "signed" || sight === "opened";

/** Owners and admins may reveal before the reviews are all in. */
export const mayReveal = (actor: Ranked): boolean => atLeast(actor.role, "admin");

/** Opening without reviewing needs something to open, and a team that allows it. */
export const mayOpen = (asked: { sight: Sight; teamAllows: boolean }): boolean =>
  asked.sight === "hidden" && asked.teamAllows;

/**
 * Whether the candidate reveals itself now: no assigned reviewer is pending and at least k have signed.
 * k is the team's `minReviews`, or 1 where only one member can review at all.
 */
export const revealsNow = (state: {
  signed: number;
  /** Assigned reviewers who may still sign, and have neither signed, abstained nor recused themselves. */
  pending: number;
  minReviews: number;
  /** Members who can review: reviewers and above, not suspended. */
  reviewers: number;
}): boolean =>
  state.pending === 0 && state.signed >= (state.reviewers === 1 ? 1 : state.minReviews);

/** Ends of the scale, and "not assessed", are given with a reason. */
export const reasonNeeded = (score: number | null): boolean =>
  score === null || score <= 1 || score === 5;

const blank = (text: string | null | undefined): boolean => (text ?? "").trim() === "";

interface Signable {
  summary: string | null;
  scores: Readonly<
    Record<string, { score: number | null; reason?: string | null | undefined } | undefined>
  >;
}

function problemOfScore(key: string, score: Signable["scores"][string]): InputError[] {
  if (score === undefined)
    return [
      {
        pointer: `#/scores/${key}`,
        code: "reviews.score_missing",
        message: "Give a score from 0 to 5, or mark it not assessed.",
      },
    ];
  if (!reasonNeeded(score.score) || !blank(score.reason)) return [];
  return [
    {
      pointer: `#/scores/${key}/reason`,
      code: "reviews.reason_required",
      message: "Say why in a line: 0, 1, 5 and not assessed need a reason.",
    },
  ];
}

/**
 * What still stands between a draft and its signature, in the rubric's order; empty when it may be signed.
 * A draft may be saved with any of these.
 */
export function problemsOfSigning(review: Signable, criteria: readonly string[]): InputError[] {
  const errors = criteria.flatMap((key) => problemOfScore(key, review.scores[key]));
  if (blank(review.summary))
    errors.push({
      pointer: "#/summary",
      code: "reviews.summary_required",
      message: "Write one line for the review as a whole.",
    });
  return errors;
}
