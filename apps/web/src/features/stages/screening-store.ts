import type { Candidate } from "@highwater/shared/candidates/contract";
import { z } from "zod";
import { hasStatus } from "../../lib/api-problem";
import { nextLookIn, usualWait } from "./days";
import type { Deed, Outbox } from "./outbox";
import {
  add,
  back,
  type Did,
  decided,
  drop,
  emptyPile,
  type Pile,
  putBack,
  Step,
  step,
} from "./pile";
import { candidateNow, pilePage } from "./queries";
import type { ScreenSearch } from "./search";
import { keepSession, readSession } from "./session-copy";

const Words = z.object({
  reason: z.string().default(""),
  /** In how many days a watch is looked at again. */
  days: z.int().default(usualWait),
  trigger: z.string().default(""),
});
export type Words = z.infer<typeof Words>;
const unwritten: Words = { reason: "", days: usualWait, trigger: "" };

const Kept = z.object({
  history: z.array(Step),
  later: z.array(z.string()),
  left: z.array(z.string()),
  words: z.record(z.string(), Words),
  /** Milliseconds at work, pauses left out. */
  active: z.number(),
});

export interface Sitting {
  pile: Pile;
  candidates: ReadonlyMap<string, Candidate>;
  words: Readonly<Record<string, Words>>;
  total: number;
  active: number;
  /** Deeds that the server hasn't confirmed yet. */
  waiting: number;
  error: unknown;
}

interface Options {
  search: ScreenSearch;
  /** Where this tab keeps the sitting. */
  kept: string;
  outbox: Outbox;
  onRefused: (name: string, error: unknown) => void;
}

const ahead = 40;
/** A longer gap between two keys is a pause. */
const pause = 60_000;

function deedOf({ id, stage }: Candidate, did: Exclude<Did, "later">, words: Words): Deed {
  const reason = words.reason.trim() || null;
  if (did === "review")
    return {
      id,
      method: "post",
      path: `/candidates/${id}/stage`,
      body: { stage: did, from: stage, reason },
    };
  const watch = {
    nextLook: nextLookIn(words.days),
    trigger: words.trigger.trim() || null,
  };
  return {
    id,
    method: "post",
    path: `/candidates/${id}/decision`,
    body: { outcome: did, from: stage, reason, ...(did === "watch" ? watch : {}) },
  };
}

const wayBack = (id: string, did: Did, stage: string): Deed =>
  did === "review"
    ? { id, method: "post", path: `/candidates/${id}/stage`, body: { stage, from: "review" } }
    : { id, method: "delete", path: `/candidates/${id}/decision?mine=true` };

/** A sitting at the pile: every key shows the next at once, and writes behind. */
export function createScreening({ search, kept, outbox, onRefused }: Options) {
  const stage = search.stage ?? "inbox";
  const remembered = readSession(kept, Kept);
  const { active = 0, words = {}, ...past } = remembered ?? {};
  let now: Sitting = {
    pile: { ...emptyPile, ...past },
    candidates: new Map(),
    words,
    total: 0,
    active,
    waiting: outbox.size(),
    error: null,
  };
  let cursor: string | null = null;
  let fetching = false;
  let lastKey = Date.now();
  const listeners = new Set<() => void>();

  function set(change: Partial<Sitting>) {
    now = { ...now, ...change };
    const { pile, words, active } = now;
    const { history, later, left } = pile;
    keepSession(kept, over() ? null : { history, later, left, words, active });
    for (const listener of listeners) listener();
    void supply();
  }

  const over = () => !now.pile.more && now.pile.queue.length === 0;

  /** Fetches what will be shown before it is. */
  async function supply() {
    const [id] = now.pile.queue;
    const missing = id !== undefined && !now.candidates.has(id);
    const short = now.pile.more && now.pile.queue.length < ahead;
    if (fetching || now.error || !(missing || short)) return;
    fetching = true;
    try {
      await (missing ? fetchOne(id) : fetchPage());
    } catch (error) {
      fetching = false;
      set({ error });
    }
    fetching = false;
    void supply();
  }

  async function fetchPage() {
    if (cursor === null) await outbox.idle();
    const page = await pilePage(search, cursor);
    if (cursor === null) set({ total: decided(now.pile) + page.count });
    cursor = page.nextCursor;
    const ids = page.items.map(({ id }) => id);
    set({
      candidates: new Map([...now.candidates, ...page.items.map((one) => [one.id, one] as const)]),
      pile: add(now.pile, ids, cursor !== null),
    });
  }

  /** One that no page brought: its step was undone after a reload. */
  async function fetchOne(id: string) {
    await outbox.idle();
    await refresh(id, (pile) => pile);
  }

  async function refresh(id: string, whenThere: (pile: Pile) => Pile) {
    const fresh = await candidateNow(id).catch((error: unknown) => {
      if (hasStatus(error, 404)) return null;
      throw error;
    });
    const there = fresh?.stage === stage && fresh.archivedAt === null;
    if (!there) return set({ pile: drop(now.pile, id), total: now.total - 1 });
    set({
      candidates: new Map(now.candidates).set(id, fresh),
      pile: whenThere(now.pile),
    });
  }

  async function refused(id: string, error: unknown) {
    onRefused(now.candidates.get(id)?.name ?? "", error);
    try {
      await refresh(id, (pile) => putBack(pile, id));
    } catch {
      set({ pile: putBack(now.pile, id) });
    }
  }

  const passed = () => {
    const gap = Date.now() - lastKey;
    lastKey = Date.now();
    return Math.min(gap, pause);
  };

  return {
    state: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Begins, or goes on after a reload. Returns how to leave. */
    begin() {
      outbox.attend((id, error) => void refused(id, error));
      const stop = outbox.subscribe(() => set({ waiting: outbox.size() }));
      window.addEventListener("pagehide", outbox.flush);
      void supply();
      return () => {
        stop();
        window.removeEventListener("pagehide", outbox.flush);
        outbox.attend((id, error) => onRefused(now.candidates.get(id)?.name ?? "", error));
      };
    },
    say(did: Did) {
      const candidate = now.candidates.get(now.pile.queue[0] ?? "");
      if (!candidate) return;
      const said = now.words[candidate.id] ?? unwritten;
      set({ pile: step(now.pile, did), active: now.active + passed() });
      if (did !== "later") outbox.add(deedOf(candidate, did, said));
    },
    undo() {
      const taken = back(now.pile);
      if (!taken) return;
      const { id, did } = taken.undone;
      // On its way before it is shown: what is fetched then stands in the pile again.
      if (did !== "later" && !outbox.recall(id)) outbox.add(wayBack(id, did, stage));
      set({ pile: taken.pile, active: now.active + passed() });
    },
    write(id: string, change: Partial<Words>) {
      set({ words: { ...now.words, [id]: { ...(now.words[id] ?? unwritten), ...change } } });
    },
    retry() {
      set({ error: null });
    },
  };
}
export type Screening = ReturnType<typeof createScreening>;

export const wordsOf = (sitting: Sitting, id: string) => sitting.words[id] ?? unwritten;
