import { quoteOf, sentencesOf } from "./citing";

test("a text falls into its sentences, and nothing of it is lost", () => {
  const text = "We open it daily. And pay!\n\n用户三：“好用。”每天都用？ Version 3.5 is out\nlast";
  const sentences = sentencesOf(text);
  expect(sentences.join("")).toBe(text);
  expect(sentences.slice(0, 5)).toEqual([
    "We open it daily. ",
    "And pay!",
    "\n\n",
    "用户三：“好用。”",
    "每天都用？ ",
  ]);
});

test("a quote runs from the first chosen sentence to the last", () => {
  const sentences = ["A. ", "B. ", "C. "];
  expect(quoteOf(sentences, new Set([2, 0]))).toBe("A. B. C.");
  expect(quoteOf(sentences, new Set([1]))).toBe("B.");
  expect(quoteOf(sentences, new Set())).toBe("");
});
