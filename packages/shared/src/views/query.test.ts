import { Problem } from "../kernel/problem.js";
import { normalViewQuery, readViewQuery } from "./query.js";

test.each([
  ["pipeline", "stage=review&q=+Ocean++ ", "q=Ocean&stage=review"],
  ["pipeline", "?vertical=&archived=false&sort=-updatedAt", "sort=-updatedAt"],
  [
    "pipeline",
    "archived=true&fields=founded%3E%3D2020,round:A",
    "archived=true&fields=founded%3E%3D2020,round%3AA",
  ],
  ["pipeline", "fields=city:a%252Cb", "fields=city%3Aa%252Cb"],
  ["pipeline", "", ""],
  [
    "ranking",
    "weights=20,20.50,0,1,2&minTotal=50.0&scope=mine",
    "minTotal=50&scope=mine&weights=20,20.5,0,1,2",
  ],
  ["ranking", "cols=stage,total&tag=%E6%B3%95%E5%BE%8B", "cols=stage,total&tag=%E6%B3%95%E5%BE%8B"],
] as const)("a view of the %s keeps %j as %j, and that as it is", (page, text, kept) => {
  expect(normalViewQuery(page, text)).toBe(kept);
  expect(normalViewQuery(page, kept)).toBe(kept);
});

test.each([
  ["pipeline", "limit=3", "views.query_unknown", '"limit"'],
  ["pipeline", "scope=team", "views.query_unknown", "q, stage, vertical"],
  ["ranking", "sel=1&peek=1", "views.query_unknown", '"sel", "peek"'],
  ["ranking", "owner=x", "views.query_unknown", '"owner"'],
  ["pipeline", "stage=nowhere", "views.query_value", '"stage"'],
  ["pipeline", "stage=review&stage=inbox", "views.query_twice", '"stage"'],
  ["pipeline", "fields=founded", "views.query_value", "founded"],
  ["ranking", "minTotal=101", "views.query_value", '"minTotal"'],
  ["pipeline", "q=%E0%A4", "views.query_value", "encoded"],
  ["ranking", "preset=long&weights=1,1,1,1,1", "views.query_value", "not both"],
] as const)("a view of the %s refuses %j by %s", (page, text, code, word) => {
  const read = () => readViewQuery(page, text);
  expect(read).toThrow(Problem);
  expect(read).toThrow(word);
  try {
    read();
  } catch (error) {
    expect(error).toMatchObject({ kind: "invalid", errors: [{ pointer: "#/query", code }] });
  }
});
