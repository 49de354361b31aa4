import { itemStates } from "./contract.js";
import { allows, holdsBack, idleAfterHours, insistOnItem, itemState } from "./law.js";
import { hosts, mayArrange, mayTakeOver, seesVotes } from "./policy.js";

const untouched = { openedAt: null, revealedAt: null, votingAt: null, doneAt: null };
const hidden = { revealedAt: null };
const at = "2026-11-24T10:00:00.000Z";

test("an item goes from waiting to done by what the meeting did with it", () => {
  const item = { ...untouched };
  expect(itemState(item, hidden)).toBe("waiting");
  expect(itemState({ ...item, openedAt: at }, hidden)).toBe("open");
  expect(itemState({ ...item, openedAt: at, revealedAt: at }, { revealedAt: at })).toBe("revealed");
  expect(itemState({ ...item, openedAt: at, votingAt: at }, { revealedAt: at })).toBe("voting");
  expect(itemState({ ...item, openedAt: at, doneAt: at }, hidden)).toBe("done");
});

test("what was revealed before the meeting is so as soon as it is taken up, not earlier", () => {
  expect(itemState(untouched, { revealedAt: at })).toBe("waiting");
  expect(itemState({ ...untouched, openedAt: at }, { revealedAt: at })).toBe("revealed");
});

test("only what is open is revealed, only what is revealed is voted on, nothing done is decided", () => {
  const where = (deed: Parameters<typeof allows>[0]) =>
    itemStates.filter((state) => allows(deed, state));
  expect(where("reveal")).toEqual(["open"]);
  expect(where("vote-open")).toEqual(["revealed"]);
  expect(where("decision")).toEqual(["open", "revealed", "voting"]);
});

test("whoever saw another state is told so first", () => {
  expect(() => insistOnItem("reveal", "revealed", "open")).toThrow("a moment before you");
  expect(() => insistOnItem("reveal", "revealed", "revealed")).toThrow("Not while it is revealed");
  expect(() => insistOnItem("reveal", "open", "open")).not.toThrow();
});

test("a meeting holds a reveal back until nothing was done in it for so many hours", () => {
  const startedAt = new Date("2026-11-24T08:00:00.000Z");
  const live = { startedAt, items: [untouched, { ...untouched, openedAt: at }] };
  const after = (hours: number) => new Date(new Date(at).getTime() + hours * 3_600_000);
  expect(holdsBack(live, after(0))).toBe(true);
  expect(holdsBack(live, after(idleAfterHours - 0.01))).toBe(true);
  expect(holdsBack(live, after(idleAfterHours))).toBe(false);
  const went = {
    ...live,
    items: [...live.items, { ...untouched, doneAt: after(1).toISOString() }],
  };
  expect(holdsBack(went, after(idleAfterHours))).toBe(true);
});

const round = { hostId: "h", state: "live" } as const;
test.each([
  ["its host, a reviewer", { memberId: "h", role: "reviewer" }, [true, true, false]],
  ["a host who is a viewer by now", { memberId: "h", role: "viewer" }, [false, false, false]],
  ["another reviewer", { memberId: "r", role: "reviewer" }, [false, false, false]],
  ["an admin", { memberId: "a", role: "admin" }, [false, true, true]],
] as const)("%s: runs it, arranges it, takes it over", (_, who, may) => {
  expect([hosts(who, round), mayArrange(who, round), mayTakeOver(who, round)]).toEqual(may);
  expect(mayTakeOver(who, { ...round, state: "closed" })).toBe(false);
});

test("votes show to those who voted, to all when all are in or it is over, never to the recused", () => {
  const state = { recused: false, voted: false, allIn: false, over: false };
  expect(seesVotes(state)).toBe(false);
  for (const why of ["voted", "allIn", "over"] as const) {
    expect(seesVotes({ ...state, [why]: true })).toBe(true);
    expect(seesVotes({ ...state, [why]: true, recused: true })).toBe(false);
  }
});
