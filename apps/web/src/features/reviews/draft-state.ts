import { SourceCitations } from "@highwater/shared/evidence/citing";
import { MyReview, ReviewInput } from "@highwater/shared/reviews/contract";
import { z } from "zod";
import type { Tagged } from "../../lib/api";
import { isProblem } from "../../lib/api-problem";
import { holdsMore, inputOf, type Sheet, sameInput, sheetOf } from "./sheet";

export type Saved = Tagged<MyReview>;

type Trouble =
  | { kind: "lost"; error: unknown; tries: number }
  | { kind: "refused"; error: unknown }
  | { kind: "conflict"; theirs: Saved };

export interface DraftState {
  sheet: Sheet;
  /** The server's last answer; null while it holds no review. */
  base: Saved | null;
  /** What the server is known to hold, in our words. */
  held: ReviewInput;
  sending: ReviewInput | null;
  /** What was sent since the last answer: any of it may have arrived, and its answer been lost. */
  unanswered: readonly ReviewInput[];
  trouble: Trouble | null;
}

export type DraftEvent =
  | { type: "edited"; sheet: Sheet }
  | { type: "sent" }
  | { type: "saved"; base: Saved }
  | { type: "failed"; error: unknown }
  | { type: "met"; theirs: Saved | null }
  | { type: "kept-mine" }
  | { type: "took-theirs" }
  | { type: "signed"; base: Saved }
  | { type: "discarded"; base: Saved | null };

const contentOf = (base: Saved | null) => inputOf(sheetOf(base?.data ?? null));

const standing = (base: Saved | null, sheet: Sheet): DraftState => ({
  sheet,
  base,
  held: contentOf(base),
  sending: null,
  unanswered: [],
  trouble: null,
});

/** No answer, or none worth taking for one: worth asking again by itself. */
const passing = (error: unknown) =>
  !isProblem(error) || error.status === 0 || error.status === 429 || error.status >= 500;

/** Another device or tab was here first; or our own answer got lost, which looks alike. */
function met(state: DraftState, theirs: Saved | null): DraftState {
  const next = { ...state, sending: null, trouble: null };
  if (!theirs) return { ...next, base: null, held: contentOf(null) };
  const content = contentOf(theirs);
  const ours = [...state.unanswered, inputOf(state.sheet)].some((one) => sameInput(one, content));
  if (ours) return { ...next, base: theirs, held: content, unanswered: [] };
  return { ...next, trouble: { kind: "conflict", theirs } };
}

function failed(state: DraftState, error: unknown): DraftState {
  const tries = state.trouble?.kind === "lost" ? state.trouble.tries + 1 : 1;
  const trouble = passing(error)
    ? ({ kind: "lost", error, tries } as const)
    : ({ kind: "refused", error } as const);
  return { ...state, sending: null, trouble };
}

const theirsOf = ({ trouble, base }: DraftState) =>
  trouble?.kind === "conflict" ? trouble.theirs : base;

export function draftReducer(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case "edited": {
      const trouble = state.trouble?.kind === "refused" ? null : state.trouble;
      return { ...state, sheet: event.sheet, trouble };
    }
    case "sent": {
      const input = inputOf(state.sheet);
      return { ...state, sending: input, unanswered: [...state.unanswered, input].slice(-20) };
    }
    case "saved": {
      const held = state.sending ?? contentOf(event.base);
      return { ...state, base: event.base, held, sending: null, unanswered: [], trouble: null };
    }
    case "failed":
      return failed(state, event.error);
    case "met":
      return met(state, event.theirs);
    case "kept-mine":
      return standing(theirsOf(state), state.sheet);
    case "took-theirs": {
      const theirs = theirsOf(state);
      return standing(theirs, sheetOf(theirs?.data ?? null));
    }
    case "signed":
      return standing(event.base, state.sheet);
    case "discarded":
      return standing(event.base, sheetOf(event.base?.data ?? null));
  }
}

/** Something on screen that the server doesn't hold yet. */
export const isDirty = ({ sheet, held }: DraftState) => !sameInput(inputOf(sheet), held);

/** Whether a PUT may go out now. Never two at once, none over a conflict, none that was refused. */
export const isDue = (state: DraftState) =>
  isDirty(state) && state.sending === null && (!state.trouble || state.trouble.kind === "lost");

const Mark = z.object({
  score: z.number().nullable().optional(),
  reason: z.string(),
  citations: SourceCitations.optional(),
});

/** What this browser keeps until the server has it, with the version that it began from. */
export const LocalCopy = z.object({
  sheet: z.object({
    summary: z.string(),
    marks: z.record(
      z.string(),
      Mark.transform(({ score, reason, citations }) => ({
        ...{ score, reason },
        ...(citations ? { citations } : {}),
      })),
    ),
  }),
  etag: z.string().optional(),
  unanswered: z.array(ReviewInput),
});
export type LocalCopy = z.infer<typeof LocalCopy>;

/** Nothing is left to sign: its member has signed what is on screen. What an import brought is nobody's signature. */
export const isAsSigned = (state: DraftState): boolean =>
  state.base?.data.status === "signed" && !state.base.data.imported && !isDirty(state);

/** null: the server holds everything. */
export const copyOf = (state: DraftState): LocalCopy | null =>
  isDirty(state) || holdsMore(state.sheet)
    ? { sheet: state.sheet, etag: state.base?.etag, unanswered: [...state.unanswered] }
    : null;

/** Where a page begins: from what the server holds and what this browser kept. */
export function begin(server: Saved | null, copy: LocalCopy | null): DraftState {
  if (!copy) return standing(server, sheetOf(server?.data ?? null));
  const state = { ...standing(server, copy.sheet), unanswered: copy.unanswered };
  if (!server || copy.etag === server.etag || !isDirty(state)) return state;
  return met(state, server);
}
