import { askedAt, matching, toMarkdown, toStored, toTyped, unmentioned, withName } from "./typing";

const rosa = { name: "Rosa Reviewer", memberId: "0198a000-0000-7000-8000-000000000001" };
const ros = { name: "Rosa", memberId: "0198a000-0000-7000-8000-000000000002" };
const wang = { name: "王小明", memberId: "0198a000-0000-7000-8000-000000000003" };

test.each([
  ["@ro", { from: 0, name: "ro" }],
  ["see @", { from: 4, name: "" }],
  ["请@王", { from: 1, name: "王" }],
  ["rosa@exa", null],
  ["@rosa said", null],
  ["nobody", null],
])("at the end of %j somebody may be asked for", (text, asked) => {
  expect(askedAt(text, text.length)).toEqual(asked);
});

test("names match anywhere, best at their beginning", () => {
  const members = [{ name: "Maro" }, { name: "Rosa" }, { name: "王小明" }];
  expect(matching(members, "ro").map(({ name }) => name)).toEqual(["Rosa", "Maro"]);
  expect(matching(members, "小").map(({ name }) => name)).toEqual(["王小明"]);
});

test("what is chosen is put in place of what was typed, and stored as a mention", () => {
  const text = "请@王看一下";
  const put = withName(text, { from: 1, name: "王" }, wang.name);
  expect(put).toEqual({ text: "请@王小明 看一下", caret: 6 });
  expect(toStored(put.text, [wang])).toBe(`请@[王小明](member:${wang.memberId}) 看一下`);
});

test("of two names the longer one is meant, and back again it is what was typed", () => {
  const typed = "@Rosa Reviewer, @Rosa: @Rosalind is nobody";
  const stored = toStored(typed, [ros, rosa]);
  expect(stored).toBe(
    `@[Rosa Reviewer](member:${rosa.memberId}), @[Rosa](member:${ros.memberId}): @Rosalind is nobody`,
  );
  expect(toTyped(stored, new Map())).toEqual({ text: typed, chosen: [rosa, ros] });
  expect(unmentioned(typed, [ros, rosa])).toEqual([]);
  expect(unmentioned("hi @bob, mail a@b.example", [rosa])).toEqual(["@bob"]);
});

test("a mention is shown by the name of today, whatever marks it holds", () => {
  const stored = toStored("@Rosa?", [ros]);
  expect(toMarkdown(stored, new Map([[ros.memberId, "R*sa"]]))).toBe(
    `[@R\\*sa](member:${ros.memberId})?`,
  );
});
