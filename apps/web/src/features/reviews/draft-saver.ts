import type { ReviewInput } from "@highwater/shared/reviews/contract";
import { isProblem } from "../../lib/api-problem";
import {
  copyOf,
  type DraftEvent,
  type DraftState,
  draftReducer,
  isDirty,
  isDue,
  type LocalCopy,
  type Saved,
} from "./draft-state";
import type { Sheet } from "./sheet";

export interface Doors {
  put: (input: ReviewInput, etag: string | undefined) => Promise<Saved>;
  get: () => Promise<Saved | null>;
  /** Keeps a copy in this browser; null: the server has everything. */
  keep: (copy: LocalCopy | null) => void;
}

export type DraftSaver = ReturnType<typeof createSaver>;

/** If-Match no longer holds (412), or a review is there that we knew nothing of (409, 428). */
export const isOvertaken = (error: unknown) =>
  isProblem(error) && (error.status === 412 || error.status === 428 || error.status === 409);

const patience = (tries: number) => Math.min(30_000, 1000 * 2 ** tries);

/** Saves a draft as it is typed: one PUT at a time, each from the answer to the last. */
export function createSaver(initial: DraftState, doors: Doors, pause = 600) {
  let state = initial;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  function change(event: DraftEvent) {
    state = draftReducer(state, event);
    doors.keep(copyOf(state));
    for (const listener of listeners) listener();
  }

  async function send() {
    const etag = state.base?.etag;
    change({ type: "sent" });
    try {
      change({ type: "saved", base: await doors.put(state.sending as ReviewInput, etag) });
    } catch (error) {
      if (!isOvertaken(error)) return change({ type: "failed", error });
      await meet();
    }
  }

  async function meet() {
    try {
      change({ type: "met", theirs: await doors.get() });
    } catch (error) {
      change({ type: "failed", error });
    }
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    if (running) return running;
    if (!isDue(state)) return Promise.resolve();
    running = send().finally(() => {
      running = null;
      schedule();
    });
    return running;
  }

  function schedule() {
    clearTimeout(timer);
    const wait = state.trouble?.kind === "lost" ? patience(state.trouble.tries) : pause;
    if (isDue(state)) timer = setTimeout(() => void run(), wait);
  }

  return {
    state: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edit(sheet: Sheet) {
      change({ type: "edited", sheet });
      schedule();
    },
    tell(event: DraftEvent) {
      change(event);
      schedule();
    },
    meet,
    /** Sends what is unsent. Whether the server holds everything now. */
    async flush(): Promise<boolean> {
      do {
        await run();
        if (state.trouble) return false;
      } while (running || isDue(state));
      return !isDirty(state);
    },
  };
}
