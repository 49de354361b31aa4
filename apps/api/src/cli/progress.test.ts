import { bar } from "./progress.js";

test("a bar fills with the rows that are done, and says how many", () => {
  expect(bar(0, 400)).toBe(`${"░".repeat(24)}   0 %  0 of 400 rows`);
  expect(bar(100, 400)).toBe(`${"█".repeat(6)}${"░".repeat(18)}  25 %  100 of 400 rows`);
  expect(bar(400, 400)).toBe(`${"█".repeat(24)} 100 %  400 of 400 rows`);
  expect(bar(450, 400)).toContain("100 %");
});

test("without a total it counts", () => {
  expect([bar(7, null), bar(7, 0)]).toEqual(["7 rows", "7 rows"]);
});
