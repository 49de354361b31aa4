import type { Candidate } from "@highwater/shared/candidates/contract";
import type { Evidence } from "@highwater/shared/evidence/contract";
import type { PortfolioCandidate } from "@highwater/shared/exchange/portfolio";
import type { ProblemBody } from "@highwater/shared/kernel/contract";
import type { CandidateReviews, MyReview, ReviewHistory } from "@highwater/shared/reviews/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import {
  makeCandidate,
  makeReviewable,
  mineOf,
  review,
  saveDraft,
  sign,
} from "../../../test/make.js";

let house: House;
let id: string;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  ({ id } = await makeReviewable(house.owner));
});
afterAll(() => house.close());

const historyOf = async (by: Client) =>
  (await by.get<ReviewHistory>(`/candidates/${id}/reviews/history`)).body;

describe("the history of scores", () => {
  test("says who signed what, when and why, and what that changed", async () => {
    await sign(house.reviewer, id, [3, 3, 3, 3, 3], "At first");
    await sign(house.reviewer, id, [5, 3, 3, 3, 3], "At first");
    const { items } = await historyOf(house.reviewer);
    expect(items.map(({ version, changes }) => [version, changes.length])).toEqual([
      [2, 1],
      [1, 5],
    ]);
    expect(items[0]).toMatchObject({
      reviewer: { name: house.reviewer.name },
      mine: true,
      revealed: false,
      notBlind: false,
      imported: false,
      changes: [
        {
          criterion: "habit",
          before: { score: 3, reason: "At first habit" },
          after: { score: 5, reason: "At first habit" },
        },
      ],
    });
  });

  test("is one's own while the reviews are hidden, and everybody's from the reveal on", async () => {
    await sign(house.second, id, [5, 5, 5, 5, 0], "Zanzibar");
    await sign(house.second, id, [0, 5, 5, 5, 0], "Zanzibar");
    await saveDraft(house.reviewer, id, review([1, 1, 1, 1, 1]));
    expect(await historyOf(house.reviewer)).toEqual({ sight: "hidden", items: [] });
    expect(await historyOf(house.owner)).toEqual({ sight: "hidden", items: [] });
    await house.owner.post(`/candidates/${id}/reveal`);
    await sign(house.second, id, [1, 5, 5, 5, 0], "Zanzibar");
    await sign(house.third, id, [2, 2, 2, 2, 2], "Late");
    const { items } = await historyOf(house.viewer);
    expect(
      items.map(({ reviewer, version, revealed, notBlind }) => [
        ...[reviewer.name, version, revealed, notBlind],
      ]),
    ).toEqual([
      [house.third.name, 1, true, true],
      [house.second.name, 3, true, false],
      [house.second.name, 2, false, false],
      [house.second.name, 1, false, false],
    ]);
    await house.admin.post(`/candidates/${id}/recusal`, {});
    expect(await historyOf(house.admin)).toEqual({ sight: "recused", items: [] });
  });
});

describe("a score cites", () => {
  const cite = (citations: object[]) => ({
    summary: null,
    scores: { habit: { score: 4, citations } },
  });
  const quoteOf = async (candidate: string, text: string) =>
    expectStatus(
      await house.reviewer.post<Evidence>(`/candidates/${candidate}/evidence`, {
        kind: "quote",
        text,
      }),
      201,
    );

  test("evidence and trials, down to a sentence, and shows it to whoever sees", async () => {
    const { id: evidenceId } = await quoteOf(id, "We open it daily.\nAnd pay for it.");
    const trial = { task: "Summarise", grade: 60, on: "2026-01-01", note: "It forgot page 3." };
    const { body } = await house.reviewer.post<{ id: string }>(`/candidates/${id}/trials`, trial);
    const citations = [
      { evidenceId, quote: "daily. And pay" },
      { trialId: body.id, quote: "forgot page 3" },
      { evidenceId },
    ];
    const all = review([4, 3, 3, 3, 3]);
    const scores = { ...all.scores, habit: { ...all.scores["habit"], score: 4, citations } };
    await saveDraft(house.reviewer, id, { ...all, scores });
    await house.reviewer.post(`${mineOf(id)}/sign`);
    await house.owner.post(`/candidates/${id}/reveal`);
    const seen = await house.viewer.get<CandidateReviews>(`/candidates/${id}/reviews`);
    expect(seen.body.reviews[0]?.scores["habit"]?.citations).toEqual(citations);
    expect(seen.body.reviews[0]?.scores["pain"]).not.toHaveProperty("citations");
    const { name } = (await house.viewer.get<Candidate>(`/candidates/${id}`)).body;
    const file = await house.viewer.get(`/exports/candidates.json?q=${encodeURIComponent(name)}`);
    expect(file.text).not.toContain(evidenceId);
    const { candidates } = JSON.parse(file.text) as { candidates: PortfolioCandidate[] };
    expect(candidates[0]?.extras.reviews[0]?.scores["habit"]?.citations).toEqual([
      { evidence: 0, quote: "daily. And pay" },
      { trial: 0, quote: "forgot page 3" },
      { evidence: 0 },
    ]);
  });

  test("nothing that isn't there: it is refused at its place", async () => {
    const { id: evidenceId } = await quoteOf(id, "We open it daily.");
    const other = await makeCandidate(house.owner);
    const { id: elsewhere } = await quoteOf(other.id, "Elsewhere");
    const errorsOf = async (citation: object) => {
      const { status, body } = await house.reviewer.put<ProblemBody>(mineOf(id), cite([citation]));
      expect(status).toBe(422);
      return body.errors?.map(({ pointer, code }) => [pointer, code]);
    };
    const at = "#/scores/habit/citations/0";
    expect(await errorsOf({ evidenceId, quote: "weekly" })).toEqual([
      [`${at}/quote`, "evidence.cite_quote"],
    ]);
    expect(await errorsOf({ evidenceId: elsewhere })).toEqual([[at, "evidence.cite_missing"]]);
    expect(await errorsOf({ trialId: evidenceId })).toEqual([[at, "evidence.cite_missing"]]);
    expect(await errorsOf({})).toEqual([[at, "evidence.cite_either"]]);
  });

  test("what has been removed since, and the draft can still be saved", async () => {
    const { id: evidenceId } = await quoteOf(id, "We open it daily.");
    const citation = { evidenceId, quote: "daily" };
    await saveDraft(house.reviewer, id, cite([citation]));
    await house.reviewer.delete(`/candidates/${id}/evidence/${evidenceId}`);
    const saved: MyReview = await saveDraft(house.reviewer, id, {
      ...cite([citation]),
      summary: "Later",
    });
    expect(saved.scores["habit"]?.citations).toEqual([citation]);
  });
});
