import { z } from "zod";

const verdicts = ["review", "watch", "pass"] as const;
type Verdict = (typeof verdicts)[number];
const dids = [...verdicts, "later"] as const;
export type Did = (typeof dids)[number];

export const Step = z.object({ id: z.string(), did: z.enum(dids) });
type Step = z.infer<typeof Step>;

/** What is screened in one sitting, as ids. */
export interface Pile {
  /** The one on screen first. */
  queue: readonly string[];
  /** Put off: these come again once the queue has run out. */
  later: readonly string[];
  /** Put off a second time: these stay where they are. */
  left: readonly string[];
  history: readonly Step[];
  /** There is more of it on the server. */
  more: boolean;
}

export const emptyPile: Pile = { queue: [], later: [], left: [], history: [], more: true };

const turned = (pile: Pile): Pile =>
  pile.queue.length === 0 && !pile.more && pile.later.length > 0
    ? { ...pile, queue: pile.later, later: [] }
    : pile;

const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id);

const putAside = (pile: Pile, id: string): Pile => ({
  ...pile,
  queue: without(pile.queue, id),
  later: without(pile.later, id),
  left: without(pile.left, id),
});

/** A key was pressed on the one on screen. */
export function step(pile: Pile, did: Did): Pile {
  const [id, ...queue] = pile.queue;
  if (id === undefined) return pile;
  const next = { ...pile, queue, history: [...pile.history, { id, did }] };
  if (did !== "later") return turned(next);
  const again = pile.history.some((one) => one.id === id && one.did === "later");
  return turned(
    again ? { ...next, left: [...pile.left, id] } : { ...next, later: [...pile.later, id] },
  );
}

/** The last step taken back: its candidate is on screen again. */
export function back(pile: Pile): { pile: Pile; undone: Step } | null {
  const undone = pile.history.at(-1);
  if (!undone) return null;
  const rest = putAside({ ...pile, history: pile.history.slice(0, -1) }, undone.id);
  return { pile: { ...rest, queue: [undone.id, ...rest.queue] }, undone };
}

const unsaid = (pile: Pile, id: string): Pile => ({
  ...pile,
  history: pile.history.filter((one) => one.id !== id || one.did === "later"),
});

/** A verdict that the server refused: it comes next, without taking away what is on screen. */
export function putBack(pile: Pile, id: string): Pile {
  if (pile.queue.includes(id)) return unsaid(pile, id);
  const [first, ...rest] = pile.queue;
  return { ...unsaid(pile, id), queue: first === undefined ? [id] : [first, id, ...rest] };
}

/** It stands elsewhere by now: there is nothing to screen. */
export const drop = (pile: Pile, id: string): Pile => turned(putAside(unsaid(pile, id), id));

/** Another page of it. */
export function add(pile: Pile, ids: readonly string[], more: boolean): Pile {
  const said = pile.history.filter(({ did }) => did !== "later").map(({ id }) => id);
  const known = new Set([...pile.queue, ...pile.later, ...pile.left, ...said]);
  return turned({ ...pile, more, queue: [...pile.queue, ...ids.filter((id) => !known.has(id))] });
}

/** How many went where. */
export function tally({ history, later, left }: Pile): Record<Did, number> {
  const count = (verdict: Verdict) => history.filter(({ did }) => did === verdict).length;
  return {
    review: count("review"),
    watch: count("watch"),
    pass: count("pass"),
    later: later.length + left.length,
  };
}

export const decided = ({ history }: Pile) => history.filter(({ did }) => did !== "later").length;
