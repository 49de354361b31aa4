import { Problem } from "../kernel/problem.js";
import type { ItemState } from "./contract.js";

type At = Date | string | null;

interface Stamps {
  openedAt: At;
  revealedAt: At;
  votingAt: At;
  doneAt: At;
}

/** Where an item stands. A candidate that is revealed already is so as soon as it is taken up. */
export function itemState(item: Stamps, candidate: { revealedAt: At }): ItemState {
  if (item.doneAt) return "done";
  if (item.votingAt) return "voting";
  if (!item.openedAt) return "waiting";
  return item.revealedAt || candidate.revealedAt ? "revealed" : "open";
}

const law = {
  open: ["waiting", "open", "revealed", "voting", "done"],
  reveal: ["open"],
  timer: ["open", "revealed", "voting"],
  "vote-open": ["revealed"],
  decision: ["open", "revealed", "voting"],
  done: ["open", "revealed", "voting"],
} as const satisfies Record<string, readonly ItemState[]>;
export type ItemDeed = keyof typeof law;

/** Whether the meeting may do this with an item that stands so. */
export const allows = (deed: ItemDeed, state: ItemState): boolean =>
  (law[deed] as readonly ItemState[]).includes(state);

/** Refuses what was asked of another state than the one it stands in, and what that state doesn't allow. */
export function insistOnItem(deed: ItemDeed, state: ItemState, seen: ItemState) {
  if (state !== seen) throw raced();
  if (!allows(deed, state))
    throw new Problem("conflict", `Not while it is ${state}.`, { code: "rounds.not_now" });
}

/** A meeting in which nothing has been done for so long is over, whether or not anybody has closed it. */
export const idleAfterHours = 6;

/**
 * Whether a live meeting still keeps what it has in hand from revealing itself. What counts are the host's deeds: a
 * browser that was left open is no meeting.
 */
export function holdsBack(round: { startedAt: Date | null; items: readonly Stamps[] }, now: Date) {
  const stamps = round.items.flatMap(({ openedAt, revealedAt, votingAt, doneAt }) => [
    ...[openedAt, revealedAt, votingAt, doneAt],
  ]);
  const last = Math.max(...[round.startedAt, ...stamps].map((at) => Number(at && new Date(at))));
  return now.getTime() - last < idleAfterHours * 3_600_000;
}

export const raced = () =>
  new Problem("conflict", "Somebody was a moment before you. Look again.", {
    code: "rounds.raced",
  });
