import { type Here, matchPeople, newcomers } from "./people.js";

const person = (name: string, email: string | null, nth = 1) => ({ name, email, nth });
const member = (id: string, name: string, email: string | null): Here => ({ id, name, email });

test("people are known by e-mail, whatever they are called and however it is written", () => {
  const here = [member("1", "Li Wei", "wei@a.test"), member("2", "Li Wei", "li@b.test")];
  expect(matchPeople([person("L. W.", "LI@b.test"), person("Li Wei", "wei@a.test")], here)).toEqual(
    ["2", "1"],
  );
});

test("by name where it is plain, and never where two could be meant", () => {
  const one = [member("1", "Li Wei", "new@a.test")];
  expect(matchPeople([person("Li Wei", "old@a.test")], one)).toEqual(["1"]);
  const two = [...one, member("2", "Li Wei", "other@a.test")];
  expect(matchPeople([person("Li Wei", "old@a.test")], two)).toEqual([null]);
  const both = [person("Li Wei", "a@x.test"), person("Li Wei", "b@x.test", 2)];
  expect(matchPeople(both, one)).toEqual([null, null]);
});

test("nobody is two people", () => {
  const here = [member("1", "Li Wei", "wei@a.test")];
  const people = [person("Li Wei", "wei@a.test"), person("Li Wei", null, 2)];
  expect(matchPeople(people, here)).toEqual(["1", null]);
});

test("those without an account are known again by their turn", () => {
  const here = [member("1", "Ada", null), member("2", "Ada", null), member("3", "Bo", "bo@a.test")];
  const people = [person("Ada", "second@x.test", 2), person("Ada", "first@x.test", 1)];
  expect(matchPeople(people, here)).toEqual(["2", "1"]);
});

test("a newcomer stands at its own turn among those of its name", () => {
  const people = [person("Ada", null, 3), person("Bo", "bo@x.test")];
  const names = newcomers(people, [null, null], [member("1", "Ada", "ada@a.test")]);
  expect(names.map(({ name, person }) => [name, person?.nth ?? null])).toEqual([
    ["Bo", 1],
    ["Ada", null],
    ["Ada", 3],
  ]);
});
