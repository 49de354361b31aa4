import type { MyReview, ReviewInput } from "@highwater/shared/reviews/contract";
import { ApiProblem, offline } from "../../lib/api-problem";
import { createSaver, type Doors } from "./draft-saver";
import { begin, copyOf, isDirty, type LocalCopy, type Saved } from "./draft-state";
import { type Sheet, sheetOf } from "./sheet";

const sheet = (summary: string): Sheet => ({ summary, marks: {} });

const review = (summary: string | null, scores: MyReview["scores"] = {}): MyReview => ({
  status: "draft",
  version: 0,
  summary,
  scores,
  rubricVersion: 1,
  notBlind: false,
  imported: false,
  savedAt: "2026-11-23T12:04:00.000Z",
  signedAt: null,
});

const answerTo = ({ summary, scores }: ReviewInput, etag: string): Saved => ({
  data: review(
    summary,
    Object.fromEntries(
      Object.entries(scores).map(([key, { score, reason }]) => [
        key,
        { score, reason: reason ?? null },
      ]),
    ),
  ),
  etag,
});

const refusal = (status: number) =>
  new ApiProblem({
    type: "urn:x",
    title: "x",
    status,
    detail: "x",
    code: "stale",
    instance: "/x",
  });

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A server of one review that answers when it is told to, and this browser's storage. */
function house(first: Saved | null = null) {
  const calls: {
    input: ReviewInput;
    etag: string | undefined;
    answer: (s: Saved) => void;
    refuse: (e: Error) => void;
  }[] = [];
  const kept: (LocalCopy | null)[] = [];
  let there = first;
  const doors: Doors = {
    put: (input, etag) =>
      new Promise((answer, refuse) => calls.push({ input, etag, answer, refuse })),
    get: async () => there,
    keep: (copy) => kept.push(copy),
  };
  return { calls, kept, doors, put: (saved: Saved | null) => (there = saved) };
}

test("PUTs go out one at a time, each with the tag of the answer before it", async () => {
  const { calls, doors } = house();
  const saver = createSaver(begin(null, null), doors, 1);
  saver.edit(sheet("a"));
  await rest(10);
  saver.edit(sheet("ab"));
  saver.edit(sheet("abc"));
  await rest(20);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.etag).toBeUndefined();
  calls[0]?.answer(answerTo({ summary: "a", scores: {} }, '"1"'));
  await rest(20);
  expect(calls).toHaveLength(2);
  expect(calls[1]).toMatchObject({ etag: '"1"', input: { summary: "abc" } });
  calls[1]?.answer(answerTo({ summary: "abc", scores: {} }, '"2"'));
  await rest(10);
  expect(calls).toHaveLength(2);
  expect(isDirty(saver.state())).toBe(false);
});

test("typing waits for a pause, and what was typed is kept at once", async () => {
  const { calls, kept, doors } = house();
  const saver = createSaver(begin(null, null), doors, 30);
  saver.edit(sheet("a"));
  await rest(10);
  saver.edit(sheet("ab"));
  await rest(10);
  expect(calls).toHaveLength(0);
  expect(kept.at(-1)?.sheet.summary).toBe("ab");
  await rest(40);
  expect(calls.map(({ input }) => input.summary)).toEqual(["ab"]);
});

test("a PUT that fails keeps the text, and goes out again", async () => {
  const { calls, kept, doors } = house();
  const saver = createSaver(begin(null, null), doors, 1);
  saver.edit(sheet("kept"));
  await rest(10);
  calls[0]?.refuse(offline("/x"));
  await rest(5);
  expect(saver.state()).toMatchObject({ sheet: { summary: "kept" }, trouble: { kind: "lost" } });
  expect(kept.at(-1)?.sheet.summary).toBe("kept");
  const flushed = saver.flush();
  expect(calls).toHaveLength(2);
  calls[1]?.answer(answerTo({ summary: "kept", scores: {} }, '"1"'));
  expect(await flushed).toBe(true);
  expect(kept.at(-1)).toBeNull();
});

test("another version there is a conflict: nothing is sent until one is chosen", async () => {
  const { calls, doors, put } = house();
  const saver = createSaver(begin(answerTo({ summary: "old", scores: {} }, '"1"'), null), doors, 1);
  saver.edit(sheet("mine"));
  await rest(10);
  put(answerTo({ summary: "theirs", scores: {} }, '"9"'));
  calls[0]?.refuse(refusal(412));
  await rest(10);
  saver.edit(sheet("mine!"));
  await rest(10);
  expect(saver.state().trouble).toMatchObject({ kind: "conflict" });
  expect(calls).toHaveLength(1);
  saver.tell({ type: "kept-mine" });
  await rest(10);
  expect(calls[1]).toMatchObject({ etag: '"9"', input: { summary: "mine!" } });
});

test("the other version can be taken, and then there is nothing to save", async () => {
  const { calls, doors, put } = house();
  const saver = createSaver(begin(answerTo({ summary: "old", scores: {} }, '"1"'), null), doors, 1);
  saver.edit(sheet("mine"));
  await rest(10);
  put(answerTo({ summary: "theirs", scores: {} }, '"9"'));
  calls[0]?.refuse(refusal(412));
  await rest(10);
  saver.tell({ type: "took-theirs" });
  await rest(10);
  expect(saver.state().sheet.summary).toBe("theirs");
  expect(calls).toHaveLength(1);
});

test("our own save whose answer got lost is no conflict", async () => {
  const { calls, doors, put } = house();
  const saver = createSaver(begin(null, null), doors, 1);
  saver.edit(sheet("a"));
  await rest(10);
  put(answerTo({ summary: "a", scores: {} }, '"1"'));
  calls[0]?.refuse(offline("/x"));
  saver.edit(sheet("ab"));
  const flushed = saver.flush();
  await rest(5);
  const again = saver.flush();
  calls[1]?.refuse(refusal(428));
  await rest(10);
  calls[2]?.answer(answerTo({ summary: "ab", scores: {} }, '"2"'));
  await Promise.all([flushed, again]);
  expect(calls[2]).toMatchObject({ etag: '"1"', input: { summary: "ab" } });
  expect(saver.state().trouble).toBeNull();
});

describe("after a reload", () => {
  const server = answerTo({ summary: "a", scores: {} }, '"1"');

  test("unsent text comes back and is sent", () => {
    const state = begin(server, { sheet: sheet("ab"), etag: '"1"', unanswered: [] });
    expect(state.sheet.summary).toBe("ab");
    expect(isDirty(state)).toBe(true);
    expect(state.trouble).toBeNull();
  });

  test("text from an older version is held against the newer one", () => {
    const state = begin(server, { sheet: sheet("mine"), etag: '"0"', unanswered: [] });
    expect(state.trouble).toMatchObject({ kind: "conflict", theirs: server });
  });

  test("a reason typed before its score is kept, though the server can't hold it", () => {
    const marks = { pain: { score: undefined, reason: "why" } };
    const state = begin(server, { sheet: { summary: "a", marks }, etag: '"1"', unanswered: [] });
    expect(isDirty(state)).toBe(false);
    expect(copyOf(state)?.sheet.marks).toEqual(marks);
  });

  test("what the server has is shown as it has it", () => {
    expect(begin(server, null).sheet).toEqual(sheetOf(server.data));
    expect(copyOf(begin(server, null))).toBeNull();
  });
});
