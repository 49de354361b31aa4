import type { Round, RoundList } from "@highwater/shared/rounds/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";
import { makeRound, takeUp } from "../../../test/meeting.js";

let house: House;
let ids: string[];
beforeAll(async () => {
  house = await openHouse();
  ids = [];
  for (let n = 0; n < 3; n++) ids.push((await makeCandidate(house.owner)).id);
});
afterAll(() => house.close());

const at = (id: string) => `/rounds/${id}`;
const names = ({ items }: Round) => items.map(({ candidateId }) => ids.indexOf(candidateId));

describe("a round", () => {
  test("is made by an admin, with its host and its agenda, numbered in the team", async () => {
    const first = await makeRound(house.admin, ids, { hostId: house.reviewer.memberId });
    const second = await makeRound(house.owner, []);
    expect(first).toMatchObject({
      ...{ name: "Tuesday", on: "2026-11-24", state: "planned" },
      host: { name: "Rosa Reviewer" },
    });
    expect(names(first)).toEqual([0, 1, 2]);
    expect(first.items[0]).toMatchObject({ state: "waiting", outcome: null, stage: "inbox" });
    expect(second.number).toBe(first.number + 1);
    const { items } = expectStatus(await house.viewer.get<RoundList>("/rounds"), 200);
    expect(items[0]).toMatchObject({ id: second.id, candidates: 0, decided: 0 });
  });

  test("made twice at once takes two numbers", async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => makeRound(house.owner, [])));
    expect(new Set(made.map(({ number }) => number)).size).toBe(5);
  });

  test("needs a host who may review, and candidates of the pipeline", async () => {
    const facts = { name: "A", on: "2026-11-24" };
    const wrong = [
      [{ hostId: house.viewer.memberId }, "#/hostId"],
      [{ hostId: crypto.randomUUID() }, "#/hostId"],
      [{ candidateIds: [crypto.randomUUID()] }, "#/candidateIds"],
      [{ on: "2026-02-30" }, "#/on"],
      [{ name: " " }, "#/name"],
    ] as const;
    for (const [input, pointer] of wrong)
      expect(await house.owner.post("/rounds", { ...facts, ...input })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      });
  });

  test("is edited from what was seen, by its host or an admin, and removed while it is planned", async () => {
    const { id } = await makeRound(house.owner, ids, { hostId: house.reviewer.memberId });
    const { etag } = await house.viewer.get(at(id));
    expect((await house.owner.patch(at(id), { name: "B" })).status).toBe(428);
    expect((await house.second.patch(at(id), { name: "B" }, { "if-match": etag })).status).toBe(
      403,
    );
    const edited = await house.reviewer.patch<Round>(at(id), { name: "B" }, { "if-match": etag });
    expect(edited).toMatchObject({ status: 200, body: { name: "B", topic: null } });
    expect(await house.owner.patch(at(id), { name: "C" }, { "if-match": etag })).toMatchObject({
      status: 412,
      body: { current: { name: "B" } },
    });
    const now = { "if-match": edited.etag };
    expect((await house.admin.delete(at(id), now)).status).toBe(204);
    expect((await house.viewer.get(at(id))).status).toBe(404);
  });
});

describe("an agenda", () => {
  test("takes a candidate once, at the end; is ordered whole; gives up what waits", async () => {
    const [a = "", b = "", c = ""] = ids;
    const { id } = await makeRound(house.owner, [a]);
    const add = await house.owner.post<Round>(`${at(id)}/items`, { candidateIds: [a, c, b] });
    const added = expectStatus(add, 200);
    expect(names(added)).toEqual([0, 2, 1]);
    const [x = "", y = "", z = ""] = added.items.map((item) => item.id);
    const order = { order: [z, x, y] };
    expect(
      names(expectStatus(await house.owner.put<Round>(`${at(id)}/items`, order), 200)),
    ).toEqual([1, 0, 2]);
    const left = await house.owner.delete<Round>(`${at(id)}/items/${x}`);
    expect(names(expectStatus(left, 200))).toEqual([1, 2]);
    expect(await house.owner.put(`${at(id)}/items`, order)).toMatchObject({
      status: 409,
      body: { code: "rounds.raced" },
    });
    expect((await house.second.delete(`${at(id)}/items/${y}`)).status).toBe(403);
  });

  test("still grows while the meeting runs, and keeps what it has taken up", async () => {
    const [a = "", b = ""] = ids;
    const { id, items } = await makeRound(house.owner, [a]);
    await house.owner.post(`${at(id)}/start`);
    await takeUp(house.owner, id, items[0]?.id ?? "");
    expect((await house.owner.post(`${at(id)}/items`, { candidateIds: [b] })).status).toBe(200);
    expect(await house.owner.delete(`${at(id)}/items/${items[0]?.id}`)).toMatchObject({
      status: 409,
      body: { code: "rounds.taken_up" },
    });
    const { etag } = await house.owner.get(at(id));
    expect(await house.owner.delete(at(id), { "if-match": etag })).toMatchObject({
      status: 409,
      body: { code: "rounds.begun" },
    });
    await house.owner.post(`${at(id)}/close`);
    expect(await house.owner.post(`${at(id)}/items`, { candidateIds: ids })).toMatchObject({
      status: 409,
      body: { code: "rounds.closed" },
    });
  });
});
