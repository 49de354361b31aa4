import { beforeEach, expect, test } from "@jest/globals";
import { lastVisit } from "./last-visit";

const noon = Date.UTC(2026, 10, 24, 12);
const hour = 3_600_000;

beforeEach(() => localStorage.clear());

test("the first visit has none before it, and a reload is no new one", () => {
  expect(lastVisit("tide", noon)).toBeNull();
  expect(lastVisit("tide", noon + 60_000)).toBeNull();
});

test("who comes back after half an hour was here when last seen, and stays told so", () => {
  lastVisit("tide", noon);
  lastVisit("tide", noon + 20 * 60_000);
  expect(lastVisit("tide", noon + 5 * hour)).toEqual(new Date(noon + 20 * 60_000));
  expect(lastVisit("tide", noon + 5 * hour + 60_000)).toEqual(new Date(noon + 20 * 60_000));
});

test("each team has visits of its own, and what can't be read counts as none", () => {
  lastVisit("tide", noon);
  expect(lastVisit("other", noon + 5 * hour)).toBeNull();
  localStorage.setItem("hw-visits-tide", "{");
  expect(lastVisit("tide", noon + 9 * hour)).toBeNull();
});
