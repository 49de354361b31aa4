import { quotes, SourceCitation } from "./citing.js";

test("a quote stands in a text however its lines are broken, and word for word", () => {
  const text = "They paid\n  since May.\n\n用户 3：好用";
  expect(quotes(text, "paid since May")).toBe(true);
  expect(quotes(text, "May.\n用户 3")).toBe(true);
  expect(quotes(text, "paid since June")).toBe(false);
});

test("a citation names evidence or a trial, never both and never neither", () => {
  const [evidenceId, trialId] = [
    "0198a000-0000-7000-8000-000000000001",
    "0198a000-0000-7000-8000-000000000002",
  ];
  expect(SourceCitation.safeParse({ evidenceId, quote: "x" }).success).toBe(true);
  expect(SourceCitation.safeParse({ trialId }).success).toBe(true);
  expect(SourceCitation.safeParse({ evidenceId, trialId }).success).toBe(false);
  expect(SourceCitation.safeParse({ quote: "x" }).success).toBe(false);
});
