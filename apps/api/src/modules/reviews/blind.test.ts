import type { Candidate } from "@highwater/shared/candidates/contract";
import type { Explanation, RankingPage } from "@highwater/shared/ranking/contract";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, saveDraft, sign } from "../../../test/make.js";

/** What stands in place of hidden reviews. That nothing hangs on them is proved in noninterference.test.ts. */
let house: House;
let hidden: Candidate;
beforeAll(async () => {
  house = await openHouse({ sample: true });
  hidden = await makeReviewable(house.owner, { name: "Hidden harbour" });
  await sign(house.second, hidden.id, [5, 5, 5, 5, 0]);
});
afterAll(() => house.close());

test("in Team the hidden candidate is absent, its explanation empty", async () => {
  const { items } = (await house.owner.get<RankingPage>("/ranking?limit=200")).body;
  expect(items.length).toBeGreaterThan(10);
  expect(items.map(({ id }) => id)).not.toContain(hidden.id);
  expect((await house.owner.get<Explanation>(`/candidates/${hidden.id}/explanation`)).body).toEqual(
    {
      scope: "team",
      total: null,
      rank: null,
      of: 0,
      coverage: 0,
      reviews: 0,
      parts: [],
      flags: [],
      gates: [],
    },
  );
});

test("in Mine there are one's own marks alone, drafts included", async () => {
  await saveDraft(house.reviewer, hidden.id, { scores: { habit: { score: 3 } } });
  const { items } = (await house.reviewer.get<RankingPage>("/ranking?scope=mine&limit=200")).body;
  expect(items.filter(({ total }) => total !== null)).toMatchObject([
    {
      id: hidden.id,
      rank: 1,
      total: 60,
      coverage: 0.2,
      reviews: 1,
      signed: 1,
      mine: "draft",
      hidden: true,
      flags: ["incomplete", "draft"],
      criteria: { habit: { mean: 3, n: 1 }, pain: null },
    },
  ]);
  const others = (await house.admin.get<RankingPage>("/ranking?scope=mine&limit=200")).body;
  expect(others.items.every(({ total, rank }) => total === null && rank === null)).toBe(true);
});
