import type { Board } from "@highwater/shared/stages/board";
import type { Client } from "../../../test/client.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, moveTo, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const board = async (by: Client, query = "") =>
  (await by.get<Board>(`/stages/board${query}`)).body.columns;
const at = async (by: Client, stage: string, query = "") =>
  (await board(by, query)).find((column) => column.stage === stage);

test("shows the five stages in order, each with its count and its cards", async () => {
  const { id } = await makeCandidate(house.owner, { name: "Alpha", vertical: "legal" });
  await makeCandidate(house.owner, { vertical: "legal" });
  await moveTo(house.owner, id, "screening");
  const columns = await board(house.viewer, "?vertical=legal");
  expect(columns.map(({ stage, count }) => [stage, count])).toEqual([
    ["inbox", 1],
    ["screening", 1],
    ["review", 0],
    ["discussion", 0],
    ["decided", 0],
  ]);
  expect(columns[1]?.items).toMatchObject([{ id, name: "Alpha", total: null, outcome: null }]);
  expect((await at(house.viewer, "inbox", "?vertical=legal&limit=1"))?.items).toHaveLength(1);
});

test("a total stands on a card once it is revealed, and not for whoever has stepped back", async () => {
  const { id } = await makeReviewable(house.owner, { vertical: "revealed" });
  await house.third.post(`/candidates/${id}/recusal`, {});
  await sign(house.second, id, [5, 5, 5, 5, 0]);
  const hidden = await at(house.owner, "review", "?vertical=revealed");
  expect(hidden).toMatchObject({ meanTotal: null, items: [{ id, total: null, signed: 1 }] });
  await house.owner.post(`/candidates/${id}/reveal`);
  expect(await at(house.viewer, "discussion", "?vertical=revealed")).toMatchObject({
    count: 1,
    meanTotal: 100,
    items: [{ id, total: 100, rank: 1, revealed: true }],
  });
  expect(await at(house.third, "discussion", "?vertical=revealed")).toMatchObject({
    meanTotal: null,
    items: [{ id, total: null, rank: null }],
  });
});

test("a decided card says what was decided", async () => {
  const { id } = await makeCandidate(house.owner, { vertical: "settled" });
  await house.owner.post(`/candidates/${id}/decision`, { outcome: "watch" });
  expect(await at(house.viewer, "decided", "?vertical=settled")).toMatchObject({
    items: [{ id, outcome: "watch" }],
  });
});
