import type {
  DuelAnswers,
  TradeOffAnswers,
  TradeOffGroup,
} from "@highwater/shared/preferences/contract";
import type { Client } from "../../../test/client.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const [tradeOffs, duels] = ["/preferences/trade-offs/mine", "/preferences/duels/mine"];
const group = async (by: Client) => (await by.get<TradeOffGroup>("/preferences/trade-offs")).body;

async function put<T>(by: Client, at: string, answers: unknown[]) {
  const { etag } = await by.get(at);
  return by.put<T>(at, { answers }, { "if-match": etag });
}

const habit = (other = "pain", steps = 1) => ({
  first: { criterion: "habit", steps },
  second: { criterion: other, steps: 4 },
  choice: "first",
});
const twelve = Array.from({ length: 12 }, () => habit());

test("answers are kept, one's own, and overwritten by nobody who did not see them", async () => {
  expect((await house.reviewer.get<TradeOffAnswers>(tradeOffs)).body).toEqual({ answers: [] });
  const { etag } = await house.reviewer.get(tradeOffs);
  const kept = await put<TradeOffAnswers>(house.reviewer, tradeOffs, [habit()]);
  expect(kept.body).toEqual({ answers: [habit()] });
  const late = await house.reviewer.put(tradeOffs, { answers: [] }, { "if-match": etag });
  expect(late.status).toBe(412);
  expect((await house.reviewer.put(tradeOffs, { answers: [] })).status).toBe(428);
  expect((await house.second.get<TradeOffAnswers>(tradeOffs)).body.answers).toEqual([]);
});

test("others' weights are told to whoever has answered enough, and to nobody else", async () => {
  await put(house.reviewer, tradeOffs, twelve);
  expect(await group(house.second)).toMatchObject({ finished: false, count: 1, members: [] });
  await put(
    house.second,
    tradeOffs,
    twelve.map(() => habit("flywheel", 2)),
  );
  const told = await group(house.second);
  expect(told).toMatchObject({ finished: true, count: 2 });
  expect(told.members.map(({ name }) => name).sort()).toEqual(
    [house.reviewer.name, house.second.name].sort(),
  );
  for (const { weights } of told.members) {
    expect(weights.reduce((sum, one) => sum + one, 0)).toBe(100);
    expect(weights[0]).toBe(Math.max(...weights));
  }
});

test("duels are of revealed candidates alone, and of none that one is recused from", async () => {
  const ids = await Promise.all([0, 1, 2].map(async () => (await makeReviewable(house.owner)).id));
  const [one, other, hidden] = ids;
  const duel = (first = one, second = other) => ({ first, second, choice: "second" });
  for (const id of [one, other]) {
    await sign(house.reviewer, String(id), [3, 3, 3, 3, 3]);
    await house.owner.post(`/candidates/${id}/reveal`);
  }
  expect((await put<DuelAnswers>(house.third, duels, [duel()])).body.answers).toEqual([duel()]);
  const refused = await put(house.third, duels, [duel(), duel(one, hidden)]);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ errors: [{ pointer: "#/answers/1/second" }] });
  await house.second.post(`/candidates/${one}/recusal`, { reason: "My cousin's." });
  expect((await put(house.second, duels, [duel()])).status).toBe(422);
  // Who steps back later keeps what was answered, and goes on.
  await house.third.post(`/candidates/${one}/recusal`, { reason: "A friend's." });
  expect((await put(house.third, duels, [duel(), duel(one, hidden)])).status).toBe(422);
  expect((await put(house.third, duels, [duel(), duel(other, one)])).status).toBe(200);
});

test.each([
  ["the same criterion twice", tradeOffs, habit("habit")],
  ["no such criterion", tradeOffs, habit("luck")],
  ["five steps", tradeOffs, habit("pain", 5)],
  ["no such choice", tradeOffs, { ...habit(), choice: "both" }],
  ["no id", duels, { first: "a", second: crypto.randomUUID(), choice: "first" }],
])("refused in words: %s", async (_, at, answer) => {
  const { status, body } = await put(house.reviewer, at, [answer]);
  expect(status).toBe(422);
  expect(body).toMatchObject({ errors: [{ pointer: expect.stringContaining("#/answers/0") }] });
});

test("a viewer may look and not answer", async () => {
  expect((await house.viewer.get(tradeOffs)).status).toBe(200);
  expect((await put(house.viewer, tradeOffs, [])).status).toBe(403);
  expect((await put(house.viewer, duels, [])).status).toBe(403);
});
