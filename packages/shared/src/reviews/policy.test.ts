import fc from "fast-check";
import { stages } from "../stages/contract.js";
import { roles } from "../team/contract.js";
import {
  mayOpen,
  mayReveal,
  mayReview,
  problemsOfSigning,
  reasonNeeded,
  revealsNow,
  sees,
  sight,
} from "./policy.js";

const open = { archivedAt: null, stage: "review" } as const;
const yes = true;
const no = false;

test("reviewers, admins and owners review; viewers don't", () => {
  expect(roles.filter((role) => mayReview({ role }, open, false))).toEqual([
    "reviewer",
    "admin",
    "owner",
  ]);
});

test("a candidate is reviewed at every stage but decided", () => {
  const reviewable = (stage: (typeof stages)[number]) =>
    mayReview({ role: "owner" }, { archivedAt: null, stage }, false);
  expect(stages.filter(reviewable)).toEqual(["inbox", "screening", "review", "discussion"]);
});

test("archived or recused: no review, not even an owner's", () => {
  expect(mayReview({ role: "owner" }, { ...open, archivedAt: new Date(0) }, false)).toBe(false);
  const archivedAt = "2026-01-01T00:00:00Z";
  expect(mayReview({ role: "owner" }, { ...open, archivedAt }, false)).toBe(false);
  expect(mayReview({ role: "owner" }, open, true)).toBe(false);
});

describe("blind review: who sees what, every case", () => {
  test.each([
    // recused, revealed, signed, opened, sight, sees
    [no, no, no, no, "hidden", no],
    [no, no, no, yes, "opened", yes],
    [no, no, yes, no, "signed", yes],
    [no, no, yes, yes, "signed", yes],
    [no, yes, no, no, "revealed", yes],
    [no, yes, no, yes, "revealed", yes],
    [no, yes, yes, no, "revealed", yes],
    [no, yes, yes, yes, "revealed", yes],
    [yes, no, no, no, "recused", no],
    [yes, no, no, yes, "recused", no],
    [yes, no, yes, no, "recused", no],
    [yes, no, yes, yes, "recused", no],
    [yes, yes, no, no, "recused", no],
    [yes, yes, no, yes, "recused", no],
    [yes, yes, yes, no, "recused", no],
    [yes, yes, yes, yes, "recused", no],
  ] as const)("recused %p, revealed %p, signed %p, opened %p: %s", (...row) => {
    const [recused, revealed, signed, opened, expected, seen] = row;
    expect(sight({ recused, revealed, signed, opened })).toBe(expected);
    expect(sees(expected)).toBe(seen);
  });
});

test("only what is hidden can be opened, and only where the team allows it", () => {
  const sights = ["revealed", "signed", "opened", "hidden", "recused"] as const;
  expect(sights.filter((sight) => mayOpen({ sight, teamAllows: true }))).toEqual(["hidden"]);
  expect(sights.filter((sight) => mayOpen({ sight, teamAllows: false }))).toEqual([]);
});

test("admins and owners may reveal early", () => {
  expect(roles.filter((role) => mayReveal({ role }))).toEqual(["admin", "owner"]);
});

describe("the reveal that happens by itself", () => {
  const ready = { signed: 3, pending: 0, minReviews: 3, reviewers: 5 };

  test("with the last of three reviews", () => {
    expect(revealsNow(ready)).toBe(true);
    expect(revealsNow({ ...ready, signed: 4 })).toBe(true);
  });
  test("not one review earlier", () => expect(revealsNow({ ...ready, signed: 2 })).toBe(false));
  test("not while one is pending", () => expect(revealsNow({ ...ready, pending: 1 })).toBe(false));
  test("a team of one needs one review", () => {
    expect(revealsNow({ ...ready, signed: 1, reviewers: 1 })).toBe(true);
    expect(revealsNow({ ...ready, signed: 0, reviewers: 1 })).toBe(false);
  });
  test("a team of two keeps its minimum", () => {
    expect(revealsNow({ ...ready, signed: 2, reviewers: 2 })).toBe(false);
    expect(revealsNow({ ...ready, signed: 2, reviewers: 2, minReviews: 2 })).toBe(true);
  });
  test("recusals of all reveal nothing", () => {
    expect(revealsNow({ ...ready, signed: 0, minReviews: 1 })).toBe(false);
  });
});

test("a reason is needed at 0, 1, 5 and for not assessed", () => {
  expect([0, 1, 2, 3, 4, 5, null].filter(reasonNeeded)).toEqual([0, 1, 5, null]);
});

describe("signing", () => {
  const keys = ["habit", "pain"];
  const scores = { habit: { score: 3 }, pain: { score: 5, reason: "They pay today." } };
  const summary = "Strong, early.";

  test("a whole review is signed", () => {
    expect(problemsOfSigning({ summary, scores }, keys)).toEqual([]);
  });

  test("a criterion left out is named", () => {
    expect(problemsOfSigning({ summary, scores: { pain: scores.pain } }, keys)).toEqual([
      {
        pointer: "#/scores/habit",
        code: "reviews.score_missing",
        message: expect.stringContaining("not assessed"),
      },
    ]);
  });

  test("not assessed is an answer, with a reason", () => {
    const habit = { score: null, reason: "Could not try it." };
    expect(problemsOfSigning({ summary, scores: { ...scores, habit } }, keys)).toEqual([]);
  });

  test.each([undefined, null, "", " \t\n", "\u3000"])("%j is no reason and no summary", (text) => {
    const pain = text === undefined ? { score: 0 } : { score: 0, reason: text };
    const found = problemsOfSigning({ summary: text ?? null, scores: { ...scores, pain } }, keys);
    expect(found.map(({ pointer, code }) => [pointer, code])).toEqual([
      ["#/scores/pain/reason", "reviews.reason_required"],
      ["#/summary", "reviews.summary_required"],
    ]);
  });

  test("an empty draft: every criterion in the rubric's order, then the summary", () => {
    const found = problemsOfSigning({ summary: null, scores: {} }, keys);
    expect(found.map(({ pointer }) => pointer)).toEqual([
      "#/scores/habit",
      "#/scores/pain",
      "#/summary",
    ]);
  });

  test("law: reasons everywhere always suffice", () => {
    const score = fc.option(fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(score, score, (habit, pain) => {
        const given = {
          habit: { score: habit, reason: "Seen." },
          pain: { score: pain, reason: "Seen." },
        };
        expect(problemsOfSigning({ summary, scores: given }, keys)).toEqual([]);
      }),
    );
  });
});
