import type { Projection, ProjectionItem, Proposed } from "@highwater/shared/tide/board";
import type { Capabilities, Published, Release } from "@highwater/shared/tide/contract";
import type { ReReviews } from "@highwater/shared/tide/reliance";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { type Marks, makeReviewable, review, saveDraft, seeded, sign } from "../../../test/make.js";

let house: House;
let reviewers: Client[];
beforeAll(async () => {
  house = await openHouse();
  reviewers = [house.reviewer, house.second, house.third];
});
afterAll(() => house.close());

const release = async (capability: string, level: number, facts: object = {}) =>
  expectStatus(
    await house.admin.post<Release>("/releases", {
      name: { en: `Release ${level}`, zh: `发布 ${level}` },
      ...{ on: "2030-01-01", vector: "model-maker", status: "announced" },
      raises: [{ capability, level }],
      ...facts,
    }),
    201,
  );
const publish = async ({ id }: Release) =>
  expectStatus(await house.admin.post<Published>(`/releases/${id}/publish`), 200);
const lean = async (id: string, capability: string, share: number) =>
  expectStatus(
    await house.reviewer.put(`/candidates/${id}/reliance`, { items: [{ capability, share }] }),
    200,
  );
const proposed = async (by = house.viewer) =>
  expectStatus(await by.get<Proposed>("/tide/proposed"), 200);
const itemOf = ({ items }: { items: ProjectionItem[] }, id: string) =>
  items.find((item) => item.id === id);
const tasks = async (by: Client, query = "") =>
  expectStatus(await by.get<ReReviews>(`/tide/re-reviews?${query}`), 200).items;

/** Scored by all three, and so revealed. */
async function revealed(marks: Marks, name?: string) {
  const { id } = await makeReviewable(house.reviewer, name === undefined ? {} : { name });
  for (const by of reviewers) await sign(by, id, marks);
  return id;
}

test("before anything is published nothing is proposed beside the human risk", async () => {
  const id = await revealed([3, 3, 3, 3, 3]);
  expect(await proposed()).toMatchObject({ last: null, moved: [] });
  expect(itemOf(await proposed(), id)).toMatchObject({ risk: 3, projectedRisk: 3, exposure: 0 });
});

test("a publication moves the catalogue, freezes both levels, and asks exactly whoever is concerned", async () => {
  const [sinks, floats] = [
    await revealed([3, 3, 3, 3, 3], "Sinks"),
    await revealed([3, 3, 3, 3, 3], "Floats"),
  ];
  const { id: hidden } = await makeReviewable(house.reviewer, { name: "Hidden" });
  await sign(house.reviewer, hidden, [3, 3, 3, 3, 3]);
  for (const id of [sinks, hidden]) await lean(id, "vision", 1);
  await lean(floats, "vision", 0.2);
  const vision = await release("vision", 90);
  const answer = await publish(vision);
  expect(answer).toMatchObject({
    crossing: 1,
    tasks: 3,
    release: { raises: [{ capability: "vision", old: 30, level: 90 }] },
  });
  const capabilities = (await house.viewer.get<Capabilities>("/capabilities")).body.items;
  expect(capabilities.find(({ key }) => key === "vision")).toMatchObject({
    level: 90,
    history: [{ level: 90, releaseId: vision.id, by: { name: "Amir Admin" } }, { level: 30 }],
  });
  const asked = await tasks(house.viewer);
  expect(asked.map(({ candidate }) => candidate.name)).toEqual(["Sinks", "Sinks", "Sinks"]);
  expect(asked.map(({ member }) => member.id).sort()).toEqual(
    reviewers.map(({ memberId }) => memberId).sort(),
  );
  const told = await house.second.get<{ items: { kind: string }[] }>("/notifications");
  expect(told.body.items.map(({ kind }) => kind)).toContain("re-review");
  expect((await house.admin.post(`/releases/${vision.id}/publish`)).status).toBe(409);
  const { etag } = await house.admin.get(`/releases/${vision.id}`);
  const late = await house.admin.patch(
    `/releases/${vision.id}`,
    { likelihood: 0.1 },
    { "if-match": etag },
  );
  expect(late).toMatchObject({ status: 409, body: { code: "tide.published" } });
  const now = await proposed();
  expect(now.last?.id).toBe(vision.id);
  expect(itemOf(now, sinks)?.exposure).toBeCloseTo(60 / 70, 9);
  expect(itemOf(now, hidden)).toBeUndefined();
  expect(now.moved.find(({ id }) => id === sinks)).toMatchObject({ crosses: true });
});

test("signing again closes one's task and ends one's share of the effect; unchanged needs a reason", async () => {
  const [first, second, third] = reviewers as [Client, Client, Client];
  const [task] = await tasks(first, "mine=true");
  const id = task?.candidate.id ?? "";
  const full = itemOf(await proposed(), id)?.exposure ?? 0;
  await sign(first, id, [3, 3, 3, 3, 3], "Again.");
  expect(await tasks(first, "mine=true")).toEqual([]);
  expect(itemOf(await proposed(), id)?.exposure).toBeCloseTo((full * 2) / 3, 9);
  const [theirs] = await tasks(second, "mine=true");
  const at = `/tide/re-reviews/${theirs?.id}/unchanged`;
  expect((await second.post(at, {})).status).toBe(422);
  expect((await third.post(at, { reason: "Not mine" })).status).toBe(403);
  expectStatus(await second.post(at, { reason: "It reads drawings, not rooms." }), 200);
  expect((await second.post(at, { reason: "Again" })).status).toBe(409);
  const closed = await tasks(house.viewer, "open=false");
  expect(closed.map(({ closedBy }) => closedBy).sort()).toEqual([null, "signature", "unchanged"]);
  for (const by of [second, third]) await sign(by, id, [3, 3, 3, 3, 4], "Looked again.");
  expect(itemOf(await proposed(), id)).toMatchObject({ exposure: 0, reasons: [] });
  expect(itemOf(await proposed(), id)?.projectedRisk).toBe(itemOf(await proposed(), id)?.risk);
  expect(await tasks(house.viewer)).toEqual([]);
});

test("a draft closes nothing", async () => {
  const id = await revealed([3, 3, 3, 3, 3], "Draughty");
  await lean(id, "video", 1);
  await publish(await release("video", 95));
  await saveDraft(house.reviewer, id, review([1, 1, 1, 1, 1]));
  expect(await tasks(house.reviewer, `mine=true&candidateId=${id}`)).toHaveLength(1);
});

test("a recusal takes every figure away, and leaves the ranks of others", async () => {
  const id = await revealed([4, 4, 4, 4, 3], "Conflict of interest");
  await lean(id, "negotiation", 1);
  await publish(await release("negotiation", 99));
  const before = await proposed(house.second);
  expect((await house.third.post(`/candidates/${id}/recusal`, {})).status).toBeLessThan(300);
  const seen = await proposed(house.third);
  expect(itemOf(seen, id)).toMatchObject({
    ...{ recused: true, risk: null, projectedRisk: null, exposure: null, total: null },
    ...{ rank: null, projectedRank: null, reasons: [], submerged: false },
  });
  expect(await tasks(house.third, `candidateId=${id}&open=false`)).toEqual([]);
  expect(seen.moved.map((one) => one.id)).not.toContain(id);
  const board = await house.third.get<{ recused: number }>("/tide/board");
  expect(board.body.recused).toBe(1);
  expect(board.text).not.toContain("Conflict of interest");
  const others = (await proposed(house.second)).items.filter((item) => item.id !== id);
  for (const item of others) expect(itemOf(seen, item.id)?.projectedRank).toBe(item.projectedRank);
  expect(before.items.length).toBe(seen.items.length);
});

test("Mine projects one's own marks, hidden candidates too, and nobody else's", async () => {
  const { id } = await makeReviewable(house.reviewer, { name: "Mine alone" });
  await saveDraft(house.reviewer, id, review([3, 3, 3, 3, 2]));
  const ask = async (by: Client) =>
    expectStatus(
      await by.post<Projection>("/tide/projection", { releaseIds: [], months: 18, scope: "mine" }),
      200,
    );
  await lean(id, "memory", 1);
  expect(itemOf(await ask(house.reviewer), id)).toMatchObject({ risk: 2, projectedRisk: 3.5 });
  expect(itemOf(await ask(house.second), id)).toMatchObject({ risk: null, projectedRisk: null });
});

test("tasks opened = candidates that cross × their reviewers, by brute force over random portfolios", async () => {
  const random = seeded(20230319);
  const pick = (most: number) => Math.floor(random() * (most + 1));
  for (const [round, capability] of ["code-search", "empathy", "action"].entries()) {
    const ids: string[] = [];
    for (let at = 0; at < 4; at++) {
      const id = await revealed([3, 3, 3, pick(5), pick(5)]);
      await lean(id, capability, (1 + pick(9)) / 10);
      ids.push(id);
    }
    const made = await release(capability, 90 + pick(9));
    const input = { releaseIds: [made.id] };
    const { items } = (await house.viewer.post<Projection>("/tide/projection", input)).body;
    const crossing = ids.filter((id) => {
      const { risk = 0, exposure = 0 } = itemOf({ items }, id) ?? {};
      const after = Math.round(((risk ?? 0) + (5 - (risk ?? 0)) * (exposure ?? 0)) * 1e9) / 1e9;
      return (risk ?? 0) < 4 && after >= 4;
    });
    const answer = await publish(made);
    const opened = (await tasks(house.viewer, "open=false")).filter(
      (task) => task.release.id === made.id,
    );
    expect({ round, ids: [...new Set(opened.map((task) => task.candidate.id))].sort() }).toEqual({
      round,
      ids: crossing.sort(),
    });
    expect(answer).toMatchObject({ crossing: crossing.length, tasks: crossing.length * 3 });
  }
});
