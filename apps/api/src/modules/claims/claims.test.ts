import type { Claim, ClaimFacts, Claims } from "@highwater/shared/claims/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const list = async (by: Client) => (await by.get<Claims>("/claims")).body;
const one = async (by: Client, id: string) =>
  (await list(by)).items.find((claim) => claim.id === id) as Claim;
const text = { en: "It rains by May.", zh: "五月前会下雨。" };
const add = async () =>
  expectStatus(
    await house.reviewer.post<ClaimFacts>("/claims", {
      text,
      saidOn: "2026-03-01",
      dueOn: "2026-05-01",
    }),
    201,
  );
const foresee = (by: Client, id: string, probability: number) =>
  by.put<Claim>(`/claims/${id}/forecast`, { probability });
async function decide(id: string, outcome: string | null) {
  const { etag } = await house.admin.get(`/claims/${id}`);
  return house.admin.patch<ClaimFacts>(`/claims/${id}`, { outcome }, { "if-match": etag });
}

test("the minutes' claims come in once, each with its line", async () => {
  const { items } = expectStatus(await house.admin.post<Claims>("/claims/start"), 200);
  expect(items.length).toBeGreaterThanOrEqual(6);
  expect(items.map(({ citation }) => citation?.line)).toEqual(
    expect.arrayContaining([440, 442, 498, 562]),
  );
  const due = items.map(({ dueOn }) => dueOn ?? "9");
  expect(due).toEqual(due.toSorted());
  expect(items.every(({ outcome }) => outcome === null)).toBe(true);
  const again = await house.admin.post("/claims/start");
  expect([again.status, again.body]).toMatchObject([409, { code: "claims.started" }]);
});

test("others' forecasts lie hidden until one's own is given, and only how many is told", async () => {
  const { id } = await add();
  await foresee(house.second, id, 0.9);
  expect(await one(house.reviewer, id)).toMatchObject({
    ...{ mine: null, open: false, count: 1, group: null, forecasts: [] },
  });
  const given = await foresee(house.reviewer, id, 0.5);
  expect(given.body).toMatchObject({ mine: 0.5, open: true, count: 2 });
  expect(given.body.group).toBeCloseTo(0.7, 12);
  expect(given.body.forecasts.map(({ probability }) => probability).sort()).toEqual([0.5, 0.9]);
  expect(await one(house.viewer, id)).toMatchObject({ open: false, forecasts: [] });
  const told = await house.reviewer.get("/activity");
  expect(told.text).not.toMatch(/forecast|probab/i);
});

test("decided: scored by Brier, open to all, and closed to further forecasts until it is taken back", async () => {
  const { id } = await add();
  await foresee(house.second, id, 0.9);
  await foresee(house.reviewer, id, 0.4);
  expect(expectStatus(await decide(id, "true"), 200)).toMatchObject({ outcome: "true" });
  const seen = await one(house.viewer, id);
  const briers = Object.fromEntries(seen.forecasts.map(({ by, brier }) => [by.name, brier]));
  expect(briers[house.second.name]).toBeCloseTo(0.01, 12);
  expect(briers[house.reviewer.name]).toBeCloseTo(0.36, 12);
  const { scores, group } = await list(house.viewer);
  expect(scores.map(({ by, claims }) => [by.name, claims])).toEqual([
    [house.second.name, 1],
    [house.reviewer.name, 1],
  ]);
  expect(group?.brier).toBeCloseTo(0.35 ** 2, 12);
  const late = await foresee(house.third, id, 0.5);
  expect([late.status, late.body]).toMatchObject([409, { code: "claims.decided" }]);
  expectStatus(await decide(id, "void"), 200);
  expect((await list(house.viewer)).scores).toEqual([]);
  expectStatus(await decide(id, null), 200);
  expect((await foresee(house.third, id, 0.5)).status).toBe(200);
  expect(await one(house.viewer, id)).toMatchObject({ decidedOn: null, open: false });
});

test.each([
  ["a probability of 1.2", { probability: 1.2 }, "#/probability", "claims.probability"],
  ["a word", { probability: "likely" }, "#/probability", "invalid_type"],
  ["nothing", {}, "#/probability", "invalid_type"],
])("%s is refused beside its field", async (_, body, pointer, code) => {
  const { id } = await add();
  const refused = await house.reviewer.put(`/claims/${id}/forecast`, body);
  expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ pointer, code }] }]);
  expect((await one(house.reviewer, id)).mine).toBeNull();
});

test.each([
  ["due before it was said", { text, saidOn: "2026-03-01", dueOn: "2026-02-01" }, "#/dueOn"],
  ["no text", { text: { en: "", zh: "x" }, saidOn: "2026-03-01" }, "#/text/en"],
  ["no day", { text, saidOn: "soon" }, "#/saidOn"],
])("a claim with %s is refused", async (_, input, pointer) => {
  const refused = await house.reviewer.post("/claims", input);
  expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ pointer }] }]);
});

test("an edit starts from what stands there, and can't put the day before the saying", async () => {
  const { id } = await add();
  const path = `/claims/${id}`;
  expect((await house.admin.patch(path, { outcome: "true" })).status).toBe(428);
  const { etag } = await house.admin.get(path);
  const early = await house.admin.patch(path, { dueOn: "2026-01-01" }, { "if-match": etag });
  expect([early.status, early.body]).toMatchObject([422, { errors: [{ pointer: "#/dueOn" }] }]);
  expectStatus(await house.admin.patch(path, { dueOn: null }, { "if-match": etag }), 200);
  expect((await house.admin.patch(path, { source: "x" }, { "if-match": etag })).status).toBe(412);
});
