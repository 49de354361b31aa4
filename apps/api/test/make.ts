import type { Candidate, CandidateInput } from "@highwater/shared/candidates/contract";
import type { MyReview, ReviewInput } from "@highwater/shared/reviews/contract";
import { coreCriteria } from "@highwater/shared/rubrics/contract";
import type { Stage } from "@highwater/shared/stages/contract";
import type { Client } from "./client.js";
import { expectStatus } from "./furniture.js";

let made = 0;

/** A candidate, valid by default; what the test is about is given by name. */
export async function makeCandidate(by: Client, facts: Partial<CandidateInput> = {}) {
  made += 1;
  const input = { name: `Candidate ${made} ${Math.random().toString(36).slice(2, 8)}`, ...facts };
  return expectStatus(await by.post<Candidate>("/candidates", input), 201);
}

export async function moveTo(by: Client, id: string, stage: Stage) {
  return expectStatus(await by.post<Candidate>(`/candidates/${id}/stage`, { stage }), 200);
}

/** A candidate that stands in Review. */
export async function makeReviewable(by: Client, facts: Partial<CandidateInput> = {}) {
  const { id } = await makeCandidate(by, facts);
  return moveTo(by, id, "review");
}

/** Marks in the rubric's order: habit, pain, assistant, flywheel, overrun. */
export type Marks = readonly (number | null)[];

/** A review that may be signed: every mark has its reason. */
export const review = (marks: Marks, words = "As I see it."): ReviewInput => ({
  summary: words,
  scores: Object.fromEntries(
    coreCriteria.map((key, at) => [key, { score: marks[at] ?? null, reason: `${words} ${key}` }]),
  ),
});

export const mineOf = (id: string) => `/candidates/${id}/reviews/mine`;

/** Saves a draft over whatever stands there. */
export async function saveDraft(by: Client, id: string, input: unknown) {
  const { status, etag } = await by.get(mineOf(id));
  const match: Record<string, string> = status === 200 ? { "if-match": etag } : {};
  return expectStatus(await by.put<MyReview>(mineOf(id), input, match), 200);
}

/** Signs these marks, for the first time or as an amendment. */
export async function sign(by: Client, id: string, marks: Marks, words?: string) {
  await saveDraft(by, id, review(marks, words));
  return expectStatus(await by.post<MyReview>(`${mineOf(id)}/sign`), 200);
}

/** A stream of numbers in [0, 1) that is the same on every run: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
