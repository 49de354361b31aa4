import type { Candidate } from "@highwater/shared/candidates/contract";
import { type Field, type Fields, maxFields } from "@highwater/shared/fields/contract";
import type { ProblemBody } from "@highwater/shared/kernel/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const add = async (input: object) =>
  expectStatus(await house.admin.post<Field>("/fields", input), 201);

async function edit(id: string, patch: object) {
  const { etag } = await house.admin.get(`/fields/${id}`);
  return house.admin.patch<Field>(`/fields/${id}`, patch, { "if-match": etag });
}

const names = async (query = "") => {
  const { body } = await house.viewer.get<Fields>(`/fields${query}`);
  return body.items.map(({ name }) => name);
};

async function fill(id: string, fields: object) {
  const { etag } = await house.reviewer.get(`/candidates/${id}`);
  return house.reviewer.patch<Candidate & ProblemBody>(
    `/candidates/${id}`,
    { fields },
    { "if-match": etag },
  );
}

test("fields are added, renamed and moved by admins; keys are made once and for ever", async () => {
  const city = await add({ name: "城市", type: "text" });
  const round = await add({ name: "Round", type: "select", options: ["A", "a", "B"] });
  const founded = await add({ name: "Founded", type: "number", key: "since" });
  expect([city.key, round.key, founded.key]).toEqual(["field_1", "round", "since"]);
  expect(round.options).toHaveLength(2);

  expect((await edit(founded.id, { position: 0, name: "成立年份" })).status).toBe(200);
  expect(await names()).toEqual(["成立年份", "城市", "Round"]);
  await house.admin.delete(`/fields/${city.id}`);
  expect(await names()).toEqual(["成立年份", "Round"]);
  expect(await names("?archived=true")).toEqual(["成立年份", "Round", "城市"]);
  const again = await house.admin.post<ProblemBody>("/fields", {
    name: "X",
    type: "text",
    key: city.key,
  });
  expect(again.body.errors).toMatchObject([{ pointer: "#/key", code: "fields.key_taken" }]);
  expect((await edit(city.id, { archived: false })).body).toMatchObject({ position: 2 });
});

test("reviewers may not, and an edit starts from what is there", async () => {
  const input = { name: "City", type: "text" };
  expect((await house.reviewer.post("/fields", input)).status).toBe(403);
  const { id } = await add(input);
  const bare = await house.admin.patch(`/fields/${id}`, { name: "Town" });
  expect(bare.status).toBe(428);
  const { etag } = await house.admin.get(`/fields/${id}`);
  await edit(id, { name: "Place" });
  const stale = await house.admin.patch(`/fields/${id}`, { name: "Town" }, { "if-match": etag });
  expect(stale.body).toMatchObject({ status: 412, current: { name: "Place" } });
  expect((await house.reviewer.delete(`/fields/${id}`)).status).toBe(403);
});

test.each([
  [{ name: "city", type: "text" }, "#/name"],
  [{ name: "Round", type: "select" }, "#/options"],
  [{ name: "Note", type: "text", options: ["A"] }, "#/options"],
  [{ name: "Note", type: "picture" }, "#/type"],
  [{ name: "Note", type: "text", key: "Bad Key" }, "#/key"],
])("%j is refused at %s", async (input, pointer) => {
  await add({ name: "City", type: "text" });
  const { status, body } = await house.admin.post<ProblemBody>("/fields", input);
  expect(status).toBe(422);
  expect(body.errors?.map((error) => error.pointer)).toEqual([pointer]);
});

test(`${maxFields} live fields are enough; two at once don't make one more`, async () => {
  for (let n = 1; n < maxFields; n++) await add({ name: `Field ${n}`, type: "text" });
  const last = await Promise.all(
    ["one", "two"].map((name) => house.admin.post<ProblemBody>("/fields", { name, type: "text" })),
  );
  expect(last.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(last.find(({ status }) => status === 409)?.body.code).toBe("fields.limit");
  const { body } = await house.admin.get<Fields>("/fields");
  expect((await house.admin.delete(`/fields/${body.items[0]?.id}`)).status).toBe(200);
  await add({ name: "room again", type: "text" });
  const restored = await edit(body.items[0]?.id ?? "", { archived: false });
  expect(restored.status).toBe(409);
});

test("values are judged by their field, each at its own place, and nothing is stored", async () => {
  await add({ name: "Founded", type: "number" });
  await add({ name: "Amount", type: "money" });
  await add({ name: "Round", type: "select", options: ["A", "B"] });
  const fields = { founded: "2020", amount: { amount: 5, currency: "USD" }, round: "C", nope: 1 };
  const refused = await house.reviewer.post<ProblemBody>("/candidates", { name: "Kelp", fields });
  expect(refused.status).toBe(422);
  expect(refused.body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
    ["#/fields/founded", "fields.number"],
    ["#/fields/round", "fields.select"],
    ["#/fields/nope", "fields.unknown"],
  ]);
  expect(await house.sql('select 1 from "Candidate" where name = $1', ["Kelp"])).toEqual([]);
  const { id } = await makeCandidate(house.reviewer, {
    fields: { founded: 2020, amount: { amount: 5, currency: "USD" }, round: "A" },
  });
  expect((await fill(id, { founded: null, round: "B" })).body.fields).toEqual({
    amount: { amount: 5, currency: "USD" },
    round: "B",
  });
});

test("values outlive their archived field and their removed option", async () => {
  const city = await add({ name: "City", type: "text" });
  const round = await add({ name: "Round", type: "select", options: ["A", "B"] });
  const held = { city: "Suzhou", round: "A" };
  const { id } = await makeCandidate(house.reviewer, { fields: held });
  await house.admin.delete(`/fields/${city.id}`);
  await edit(round.id, { options: ["B", "C"] });
  expect((await fill(id, held)).body.fields).toEqual(held);
  const other = await fill(id, { city: "Wuxi" });
  expect(other.body.errors).toMatchObject([{ pointer: "#/fields/city", code: "fields.unknown" }]);
  expect((await fill(id, { round: "C" })).body.fields).toEqual({ city: "Suzhou", round: "C" });
});
