import { MyReview, type ReviewInput } from "@highwater/shared/reviews/contract";
import { api } from "../../lib/api";
import { hasStatus } from "../../lib/api-problem";
import type { Saved } from "./draft-state";

export const mine = (id: string) => `/candidates/${id}/reviews/mine`;

export const getMine = (id: string): Promise<Saved | null> =>
  api.getWithTag(mine(id), MyReview).catch((error: unknown) => {
    if (hasStatus(error, 404)) return null;
    throw error;
  });

/** Kept alive past the page, so that closing the tab loses nothing. */
export const putMine = (id: string, input: ReviewInput, etag: string | undefined) =>
  api.putWithTag(mine(id), input, MyReview, { ifMatch: etag, keepalive: true });
