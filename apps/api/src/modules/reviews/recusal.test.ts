import type { Explanation, RankingPage } from "@highwater/shared/ranking/contract";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, mineOf, review, saveDraft, sign } from "../../../test/make.js";

let house: House;
let id: string;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  id = (await makeReviewable(house.owner)).id;
});
afterAll(() => house.close());

const reviewsFor = async (by: House["owner"]) =>
  (await by.get<CandidateReviews>(`/candidates/${id}/reviews`)).body;
const recuse = (by: House["owner"], reason?: string) =>
  by.post<CandidateReviews>(`/candidates/${id}/recusal`, reason === undefined ? {} : { reason });

const nothing = { sight: "recused", reviews: [], teamScores: null, mine: "none", mayOpen: false };

test("somebody recused may neither save, sign nor open, and says so once", async () => {
  await saveDraft(house.reviewer, id, review([3, 3, 3, 3, 3]));
  expect((await recuse(house.reviewer, "My sister works there.")).body).toMatchObject(nothing);
  const refused = { status: 403, body: { code: "reviews.recused" } };
  expect(await house.reviewer.put(mineOf(id), review([3, 3, 3, 3, 3]))).toMatchObject(refused);
  expect(await house.reviewer.post(`${mineOf(id)}/sign`)).toMatchObject(refused);
  expect((await house.reviewer.get(mineOf(id))).status).toBe(404);
  expect((await house.reviewer.post(`/candidates/${id}/open`)).status).toBe(409);
  expect(await recuse(house.reviewer)).toMatchObject({ status: 409 });
});

test("of eight recusals at once one is recorded, and none fails", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => recuse(house.reviewer)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
});

test("a signed review of somebody recused stays on record and counts no more", async () => {
  await sign(house.reviewer, id, [5, 5, 5, 5, 0], "Withdrawn words.");
  await sign(house.second, id, [2, 2, 2, 2, 2]);
  expect((await reviewsFor(house.second)).teamScores?.["habit"]).toMatchObject({ n: 2 });
  await recuse(house.reviewer);
  const seen = await reviewsFor(house.second);
  expect(seen.signed).toBe(1);
  expect(seen.reviews.map(({ reviewer }) => reviewer.name)).toEqual(["Sven Second"]);
  expect(seen.teamScores?.["habit"]).toMatchObject({ n: 1, mean: 2, counts: [0, 0, 1, 0, 0, 0] });
  const kept = await house.sql(
    `select summary from "ReviewVersion" v join "Review" r on r.id = v."reviewId"
      where r."candidateId" = $1 and r."withdrawnAt" is not null`,
    [id],
  );
  expect(kept).toEqual([{ summary: "Withdrawn words." }]);
});

test("the unsigned half of an amendment goes with a recusal, and the signed half stops counting", async () => {
  await sign(house.reviewer, id, [4, 4, 4, 4, 4]);
  await saveDraft(house.reviewer, id, review([1, 1, 1, 1, 1]));
  await sign(house.second, id, [2, 2, 2, 2, 2]);
  await recuse(house.reviewer);
  expect((await reviewsFor(house.second)).teamScores?.["habit"]).toMatchObject({ n: 1, mean: 2 });
});

describe("a recused member in the ranking", () => {
  beforeEach(async () => {
    await recuse(house.reviewer);
    for (const member of [house.owner, house.admin, house.second])
      await sign(member, id, [5, 5, 5, 5, 0]);
  });

  const page = async (by: House["owner"], query = "") =>
    expectStatus(await by.get<RankingPage>(`/ranking?limit=200${query}`), 200);

  test("sees nothing before or after the reveal, whatever their role", async () => {
    expect(await reviewsFor(house.reviewer)).toMatchObject({ ...nothing, signed: 3 });
    expect(await reviewsFor(house.viewer)).toMatchObject({ sight: "revealed" });
  });

  test("finds its row masked while the others keep their ranks", async () => {
    const other = await makeReviewable(house.owner);
    for (const member of [house.owner, house.admin, house.second])
      await sign(member, other.id, [1, 1, 1, 1, 4]);
    const full = await page(house.viewer);
    const masked = await page(house.reviewer);
    const ranks = (items: RankingPage["items"]) =>
      new Map(items.map((item) => [item.id, item.rank]));
    expect(masked.items.find((item) => item.id === id)).toMatchObject({
      rank: null,
      total: null,
      reviews: 0,
      flags: ["recused"],
      criteria: { habit: null, pain: null, assistant: null, flywheel: null, overrun: null },
    });
    expect(ranks(masked.items).get(other.id)).toBe(ranks(full.items).get(other.id));
    expect(ranks(full.items).get(id)).toBe(1);
  });

  test("can't find its figures by any sort, filter or explanation", async () => {
    const other = await makeReviewable(house.owner);
    for (const member of [house.owner, house.admin, house.second])
      await sign(member, other.id, [3, 3, 3, 3, 3]);
    for (const sort of ["total", "-total", "habit", "-habit", "overrun", "-overrun", "-reviews"])
      expect((await page(house.reviewer, `&sort=${sort}`)).items.at(-1)).toMatchObject({
        rank: null,
      });
    const rich = await page(house.reviewer, "&minTotal=1");
    expect(rich.items.map((item) => item.id)).not.toContain(id);
    const why = (await house.reviewer.get<Explanation>(`/candidates/${id}/explanation`)).body;
    expect(why).toMatchObject({ total: null, rank: null, reviews: 0, parts: [], gates: [] });
    expect(why.flags).toEqual(["recused"]);
  });

  test("has nothing of it in Mine either", async () => {
    const row = (await page(house.reviewer, "&scope=mine")).items.find((item) => item.id === id);
    expect(row).toMatchObject({ total: null, hidden: true });
  });
});
