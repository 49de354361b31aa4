import type { Agreements, Leniencies } from "@highwater/shared/calibration/contract";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import type { Client } from "../../../test/client.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const leniency = async (by: Client) => (await by.get<Leniencies>("/calibration/leniency")).body;
const agreement = async (by: Client) => (await by.get<Agreements>("/calibration/agreement")).body;

test("an empty team: nothing is read, nothing is said", async () => {
  expect(await leniency(house.reviewer)).toMatchObject({
    ...{ candidates: 0, more: false, reviewers: 0, items: [] },
    mine: { reviews: 0, leniency: null },
  });
  const { items } = await agreement(house.viewer);
  expect(items.map(({ criterion, alpha }) => [criterion, alpha])).toEqual(
    ["habit", "pain", "assistant", "flywheel", "overrun"].map((key) => [key, null]),
  );
});

describe("six candidates, the second reviewer a level harder than the first", () => {
  const ids: string[] = [];
  beforeAll(async () => {
    for (let at = 0; at < 6; at += 1) {
      const { id } = await makeReviewable(house.owner);
      ids.push(id);
      const level = 2 + (at % 3);
      await sign(house.reviewer, id, [level + 1, level, level, level + 1, 1]);
      await sign(house.second, id, [level, level - 1, level - 1, level, 2]);
      await house.owner.post(`/candidates/${id}/reveal`);
    }
  });

  test("each learns of themselves alone; whoever reviewed nothing learns of no one", async () => {
    const [gentle, hard, viewer] = await Promise.all(
      [house.reviewer, house.second, house.viewer].map(leniency),
    );
    expect(gentle?.mine.reviews).toBe(6);
    expect(gentle?.mine.leniency).toBeGreaterThan(0.4);
    expect(hard?.mine.leniency).toBeCloseTo(-(gentle?.mine.leniency ?? 0), 6);
    expect(viewer?.mine).toEqual({ reviews: 0, leniency: null });
    expect(viewer).toEqual({ ...gentle, mine: viewer?.mine });
  });

  test("raw is the ranking itself, to the last digit", async () => {
    const { body } = await house.viewer.get<RankingPage>("/ranking");
    const { items } = await leniency(house.viewer);
    expect(items.map(({ id, raw }) => [id, raw.rank, raw.total])).toEqual(
      body.items.map(({ id, rank, total }) => [id, rank, total]),
    );
  });

  test("a hidden review moves no byte; its reveal does", async () => {
    const before = [await leniency(house.viewer), await agreement(house.viewer)];
    const { id } = await makeReviewable(house.owner);
    await sign(house.reviewer, id, [0, 0, 0, 0, 5]);
    await sign(house.third, id, [5, 5, 5, 5, 0]);
    expect([await leniency(house.viewer), await agreement(house.viewer)]).toEqual(before);
    await house.owner.post(`/candidates/${id}/reveal`);
    const [now, then] = [await agreement(house.viewer), before[1] as Agreements];
    expect(now.candidates).toBe(7);
    expect(now.items[0]?.alpha ?? 0).toBeLessThan(then.items[0]?.alpha ?? 0);
  });

  test("what one is recused from is not read for them", async () => {
    const whole = await agreement(house.viewer);
    await house.third.post(`/candidates/${ids[0]}/recusal`, { reason: "My cousin's." });
    expect((await agreement(house.third)).candidates).toBe(whole.candidates - 1);
    expect((await leniency(house.third)).items.map(({ id }) => id)).not.toContain(ids[0]);
    expect(await agreement(house.viewer)).toEqual(whole);
  });
});
