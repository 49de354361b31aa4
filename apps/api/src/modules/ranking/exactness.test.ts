import type { RankingPage } from "@highwater/shared/ranking/contract";
import { rank } from "@highwater/shared/ranking/rank";
import { type TeamScores, total } from "@highwater/shared/ranking/total";
import { countsOf, teamScore } from "@highwater/shared/reviews/consensus";
import { coreCriteria } from "@highwater/shared/rubrics/contract";
import type { Team } from "@highwater/shared/team/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { type Marks, makeReviewable, mineOf, review, seeded } from "../../../test/make.js";

let house: House;
const given = new Map<string, Marks[]>();
const rubric = coreCriteria.map((key) => ({ key, inverted: key === "overrun" }));

beforeAll(async () => {
  house = await openHouse();
  const { body } = await house.owner.get<{ team: Team }[]>("/teams");
  const path = `/teams/${body[0]?.team.id}`;
  const { etag } = await house.owner.get(path);
  await house.owner.patch(path, { minReviews: 1 }, { "if-match": etag });
  const chance = seeded(20230319);
  const mark = () => (chance() < 0.15 ? null : Math.floor(chance() * 6));
  for (let n = 0; n < 50; n += 1) {
    const { id } = await makeReviewable(house.owner);
    const sets = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => rubric.map(mark));
    given.set(id, sets);
    await Promise.all(
      sets.map(async (marks, at) => {
        const member = [house.reviewer, house.second, house.third][at] ?? house.owner;
        expectStatus(await member.put(mineOf(id), review(marks)), 200);
        expectStatus(await member.post(`${mineOf(id)}/sign`), 200);
      }),
    );
  }
});
afterAll(() => house.close());

/** The team scores that these marks make, by the shared maths, without a database between. */
const scoresOf = (sets: Marks[]): TeamScores =>
  Object.fromEntries(
    coreCriteria.map((key, at) => {
      const marks = sets.map((marks) => marks[at] ?? null).filter((one) => one !== null);
      return [key, teamScore(countsOf(marks))];
    }),
  );

test.each([
  "preset=balanced",
  "preset=short",
  "preset=long",
  "weights=0.1,0.2,0.3,0.7,1.1",
  "weights=1000000,1,0.000001,3,7",
  "weights=0,0,33.3,0,66.7",
])("fifty random sets of marks have the shared total to the last bit under %s", async (query) => {
  const page = expectStatus(
    await house.viewer.get<RankingPage>(`/ranking?limit=200&${query}`),
    200,
  );
  expect(page.items).toHaveLength(50);
  for (const item of page.items) {
    const scores = scoresOf(given.get(item.id) ?? []);
    const { total: points, coverage } = total(scores, rubric, page.weights);
    expect(item.criteria).toEqual(scores);
    expect(Object.is(item.total, points)).toBe(true);
    expect(Object.is(item.coverage, coverage)).toBe(true);
  }
  const ranked = rank(page.items);
  expect(page.items.map(({ id, rank }) => ({ id, rank }))).toEqual(
    ranked.map(({ id, rank }) => ({ id, rank })),
  );
  expect(page.ranked).toBe(page.items.filter((item) => item.total !== null).length);
});

test("equal totals stand by number of reviews, then by name", async () => {
  const { items } = (await house.viewer.get<RankingPage>("/ranking?limit=200")).body;
  const collator = new Intl.Collator("zh");
  for (const [at, item] of items.entries()) {
    const next = items[at + 1];
    if (!next || next.total !== item.total) continue;
    expect(item.reviews).toBeGreaterThanOrEqual(next.reviews);
    if (item.reviews === next.reviews)
      expect(collator.compare(item.name, next.name)).toBeLessThanOrEqual(0);
  }
});
