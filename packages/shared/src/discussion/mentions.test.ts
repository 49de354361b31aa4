import { mentionOf, mentionsIn, replaceMentions } from "./mentions.js";

const rosa = { name: "Rosa Reviewer", memberId: "0198a000-0000-7000-8000-000000000001" };
const wang = { name: "王 [CFO]", memberId: "0198a000-0000-7000-8000-000000000002" };

test("what is written as a mention is read as one, each member once", () => {
  const text = `${mentionOf(rosa)}，你看${mentionOf(wang)}说的。${mentionOf(rosa)}?`;
  expect(mentionsIn(text)).toEqual([rosa, { ...wang, name: "王  CFO" }]);
  expect(replaceMentions(text, ({ name }) => `@${name}`)).toBe(
    "@Rosa Reviewer，你看@王  CFO说的。@Rosa Reviewer?",
  );
});

test.each([
  "mail rosa@example.test",
  "@OpenAI shipped it",
  "[Rosa](member:x) without its sign",
  "@[](member:x)",
  "@[two\nlines](member:x)",
])("%j mentions nobody", (text) => {
  expect(mentionsIn(text)).toEqual([]);
});

test("an id that is none is read too, so that it can be refused by its name", () => {
  expect(mentionsIn("@[Nobody](member:nobody)")).toEqual([{ name: "Nobody", memberId: "nobody" }]);
});
