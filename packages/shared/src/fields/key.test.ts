import { keyFor } from "./key.js";

test.each<[string, string[], string]>([
  ["Lead investors (2024)", [], "lead_investors_2024"],
  ["Équipe", [], "equipe"],
  ["成立年份", [], "field_1"],
  ["城市", ["field_1"], "field_2"],
  ["2024 ARR", [], "arr"],
  ["City", ["city", "city_2"], "city_3"],
  ["x".repeat(60), [], "x".repeat(36)],
])("%p beside %p becomes %p", (name, taken, key) => {
  expect(keyFor(name, new Set(taken))).toBe(key);
});
