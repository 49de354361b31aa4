import { changesOf } from "./changes";

test("what an edit took and put is told word by word, and both texts can be read from it", () => {
  const [before, after] = ["It is used weekly, 用户说好用。", "It is used daily, 用户都说好。"];
  const pieces = changesOf(before, after);
  const without = (kind: string) =>
    pieces
      .filter((piece) => piece.kind !== kind)
      .map(({ text }) => text)
      .join("");
  expect(without("put")).toBe(before);
  expect(without("taken")).toBe(after);
  expect(pieces.slice(0, 3)).toEqual([
    { kind: "kept", text: "It is used " },
    { kind: "taken", text: "weekly" },
    { kind: "put", text: "daily" },
  ]);
});

test("the first version is all there was, a mention by its name", () => {
  expect(changesOf(undefined, "Hi @[Rosa](member:x)")).toEqual([
    { kind: "kept", text: "Hi @Rosa" },
  ]);
});
