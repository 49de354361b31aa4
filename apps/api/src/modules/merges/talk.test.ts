import type { Comments, Disagreements } from "@highwater/shared/discussion/contract";
import type { Merge } from "@highwater/shared/merges/contract";
import type { Champions } from "@highwater/shared/stages/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const say = (by: Client, id: string, text: string) =>
  by.post(`/candidates/${id}/comments`, { text });
const heard = async (by: Client, id: string) =>
  (await by.get<Comments>(`/candidates/${id}/comments`)).body.items.map(({ text }) => text);
const champions = async (id: string) =>
  (await house.viewer.get<Champions>(`/candidates/${id}/champion`)).body.items.map(
    ({ reason }) => reason,
  );
const merge = async (from: string, into: string) =>
  expectStatus(await house.reviewer.post<Merge>(`/candidates/${from}/merge`, { into }), 201);

test("of two revealed ones comments and champions go along, disagree anew, and go back", async () => {
  const [from, into] = [await makeReviewable(house.owner), await makeReviewable(house.owner)];
  await sign(house.reviewer, from.id, [5, 3, 3, 3, 3]);
  await sign(house.second, into.id, [1, 3, 3, 3, 3]);
  for (const { id } of [from, into]) {
    await house.owner.post(`/candidates/${id}/reveal`);
    await house.third.post(`/candidates/${id}/champion`, { reason: `Tao for ${id}` });
  }
  await house.second.post(`/candidates/${from.id}/champion`, { reason: "Sven" });
  await say(house.reviewer, from.id, "Of the one");
  await say(house.reviewer, into.id, "Of the other");
  const { id } = await merge(from.id, into.id);
  expect(await heard(house.viewer, into.id)).toEqual(["Of the one", "Of the other"]);
  expect(await champions(into.id)).toEqual([`Tao for ${into.id}`, "Sven"]);
  const apart = await house.viewer.get<Disagreements>(`/candidates/${into.id}/disagreements`);
  expect(apart.body.items).toMatchObject([{ criterion: "habit", spread: 4 }]);
  expectStatus(await house.reviewer.post(`/merges/${id}/undo`), 200);
  expect(await heard(house.viewer, from.id)).toEqual(["Of the one"]);
  expect(await heard(house.viewer, into.id)).toEqual(["Of the other"]);
  expect(await champions(from.id)).toEqual([`Tao for ${from.id}`, "Sven"]);
});

test("comments that a merge would show to somebody new stay behind, and are back with its undo", async () => {
  const [from, into] = [await makeReviewable(house.owner), await makeReviewable(house.owner)];
  await house.reviewer.post(`/candidates/${from.id}/open`);
  await say(house.reviewer, from.id, "Not for Sven");
  await house.second.post(`/candidates/${into.id}/open`);
  const { id } = await merge(from.id, into.id);
  expect(await heard(house.second, into.id)).toEqual([]);
  await house.reviewer.post(`/merges/${id}/undo`);
  expect(await heard(house.reviewer, from.id)).toEqual(["Not for Sven"]);
  expect(await heard(house.second, from.id)).toEqual([]);
});
