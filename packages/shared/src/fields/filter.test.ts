import { Problem } from "../kernel/problem.js";
import { parseConditions } from "./filter.js";

test("conditions are told apart by commas, and values may hold any sign", () => {
  expect(parseConditions("section:Text,founded>=2020,amount<=5")).toEqual([
    { key: "section", operator: ":", value: "Text" },
    { key: "founded", operator: ">=", value: "2020" },
    { key: "amount", operator: "<=", value: "5" },
  ]);
  expect(parseConditions("city:%E4%B8%8A%E6%B5%B7%2C%20a%3Ab")).toEqual([
    { key: "city", operator: ":", value: "上海, a:b" },
  ]);
  expect(parseConditions("")).toEqual([]);
});

test.each(["section", "Section:Text", ":x", "a=b", "city:", "city:%E4%B8"])(
  "%s is refused in words",
  (text) => {
    expect(() => parseConditions(text)).toThrow(Problem);
  },
);
