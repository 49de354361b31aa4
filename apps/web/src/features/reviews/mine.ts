import { CandidateReviews, MyReview, type ReviewInput } from "@highwater/shared/reviews/contract";
import { api } from "../../lib/api";
import { hasStatus } from "../../lib/api-problem";
import type { Saved } from "./draft-state";

export const mine = (id: string) => `/candidates/${id}/reviews/mine`;

/** Asked for only where there is one: what is not there is an error in the log of every browser. */
export async function getMine(id: string): Promise<Saved | null> {
  const sight = await api.get(`/candidates/${id}/reviews`, CandidateReviews);
  if (sight.mine === "none") return null;
  return api.getWithTag(mine(id), MyReview).catch((error: unknown) => {
    if (hasStatus(error, 404)) return null;
    throw error;
  });
}

/** Kept alive past the page, so that closing the tab loses nothing. */
export const putMine = (id: string, input: ReviewInput, etag: string | undefined) =>
  api.putWithTag(mine(id), input, MyReview, { ifMatch: etag, keepalive: true });
