import { add, back, drop, emptyPile, type Pile, putBack, step, tally } from "./pile";

const of = (...ids: string[]) => add(emptyPile, ids, false);
const after = (pile: Pile, ...dids: Parameters<typeof step>[1][]) => dids.reduce(step, pile);

test("what is put off comes again at the end, and the second time stays where it is", () => {
  const once = after(of("a", "b"), "later", "pass");
  expect(once.queue).toEqual(["a"]);
  const twice = step(once, "later");
  expect(twice).toMatchObject({ queue: [], later: [], left: ["a"] });
  expect(tally(twice)).toEqual({ review: 0, watch: 0, pass: 1, later: 1 });
});

test("what is put off waits for the pages that are still to come", () => {
  const waiting = step(add(emptyPile, ["a"], true), "later");
  expect(waiting).toMatchObject({ queue: [], later: ["a"] });
  expect(add(waiting, ["b"], false).queue).toEqual(["b"]);
  expect(add(waiting, [], false).queue).toEqual(["a"]);
});

test("steps are taken back one by one, the last first, whatever they were", () => {
  let pile = after(of("a", "b", "c"), "review", "later", "watch", "later");
  for (const [id, did] of [
    ["b", "later"],
    ["c", "watch"],
    ["b", "later"],
    ["a", "review"],
  ]) {
    const taken = back(pile);
    expect(taken?.undone).toEqual({ id, did });
    pile = taken?.pile ?? pile;
    expect(pile.queue[0]).toBe(id);
  }
  expect(pile).toEqual(of("a", "b", "c"));
  expect(back(pile)).toBeNull();
});

test("a refused verdict comes next and no longer counts; what is on screen stays", () => {
  const pile = putBack(after(of("a", "b", "c"), "pass"), "a");
  expect(pile).toMatchObject({ queue: ["b", "a", "c"], history: [] });
  expect(putBack(after(of("a"), "pass"), "a").queue).toEqual(["a"]);
});

test("what has been judged, put off or is waiting is not shown twice by another page", () => {
  const pile = after(add(emptyPile, ["a", "b", "c"], true), "pass", "later");
  expect(add(pile, ["a", "b", "c", "d"], false).queue).toEqual(["c", "d"]);
});

test("what stands elsewhere by now is gone", () => {
  expect(drop(after(of("a", "b"), "pass"), "a")).toMatchObject({ queue: ["b"], history: [] });
  expect(drop(of("a", "b"), "a").queue).toEqual(["b"]);
});
