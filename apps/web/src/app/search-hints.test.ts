import { expect, test } from "@jest/globals";
import { hintsOf } from "./search-hints";

const known = {
  verticals: ["legal", "health care"],
  tags: ["voice"],
  members: ["Ada", "陈"],
  criteria: ["habit", "overrun"],
  fields: ["founded"],
};

test("a begun word becomes a filter, the words before it stay", () => {
  expect(hintsOf("ocean ve", known)).toEqual(["ocean vertical:"]);
  expect(hintsOf("-ta", known)).toEqual(["-tag:"]);
  expect(hintsOf("fou", known)).toEqual(["founded:"]);
});

test("a filter is completed with what there is, in quotes where it has spaces", () => {
  expect(hintsOf("vertical:", known)).toEqual(["vertical:legal", 'vertical:"health care"']);
  expect(hintsOf("voice stage:re", known)).toEqual(["voice stage:review"]);
  expect(hintsOf("reviewer:", known)).toEqual(["reviewer:me", "reviewer:Ada", "reviewer:陈"]);
  expect(hintsOf("overrun:", known)).toEqual(["overrun:>=4", "overrun:<2"]);
});

test("what is complete, or no filter, is left alone", () => {
  expect(hintsOf("stage:review", known)).toEqual([]);
  expect(hintsOf("灯塔", known)).toEqual([]);
});
