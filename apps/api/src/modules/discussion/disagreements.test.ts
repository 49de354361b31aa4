import type {
  Disagreement,
  Disagreements,
  DissentPage,
} from "@highwater/shared/discussion/contract";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, sign } from "../../../test/make.js";

let house: House;
let id: string;
let at: string;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  ({ id } = await makeReviewable(house.owner));
  at = `/candidates/${id}/disagreements`;
});
afterAll(() => house.close());

const of = async (by: Client = house.viewer) => (await by.get<Disagreements>(at)).body.items;
const settle = (by: Client, row: Disagreement | undefined, note = "We look at 3 more users.") =>
  by.post<Disagreement>(`${at}/${row?.id}/settle`, { note });

test("at the reveal, criteria 3 apart become items with the two ends side by side", async () => {
  await sign(house.reviewer, id, [5, 3, 3, 3, 0], "Rosa sees it");
  await sign(house.second, id, [2, 3, 4, 3, 4], "Sven doubts it");
  expect(await of(house.reviewer)).toEqual([]);
  await sign(house.third, id, [4, 2, 3, 3, 1], "Tao");
  const items = await of();
  expect(items.map(({ criterion, spread }) => [criterion, spread])).toEqual([
    ["habit", 3],
    ["overrun", 4],
  ]);
  expect(items[0]).toMatchObject({
    lowest: { reviewer: { name: house.second.name }, score: 2, reason: "Sven doubts it habit" },
    highest: { reviewer: { name: house.reviewer.name }, score: 5, reason: "Rosa sees it habit" },
    settledAt: null,
    maySettle: false,
  });
});

test("an early reveal opens them too, and so does a score that changes afterwards", async () => {
  await sign(house.reviewer, id, [3, 3, 3, 3, 3]);
  await sign(house.second, id, [3, 0, 3, 3, 3]);
  await house.owner.post(`/candidates/${id}/reveal`);
  expect((await of()).map(({ criterion }) => criterion)).toEqual(["pain"]);
  await sign(house.second, id, [0, 0, 3, 3, 3]);
  expect((await of()).map(({ criterion }) => criterion)).toEqual(["habit", "pain"]);
});

test("settled in a sentence, reopened by hand, or by a score that moves it anew", async () => {
  await sign(house.reviewer, id, [5, 3, 3, 3, 3]);
  await sign(house.second, id, [1, 3, 3, 3, 3]);
  await house.owner.post(`/candidates/${id}/reveal`);
  const [row] = await of();
  expect((await settle(house.viewer, row)).status).toBe(403);
  expect((await settle(house.reviewer, row, " ")).status).toBe(422);
  expect((await settle(house.third, row)).body).toMatchObject({
    note: "We look at 3 more users.",
    settledBy: { name: house.third.name },
  });
  expect((await settle(house.second, row)).status).toBe(409);
  const reopen = () => house.reviewer.post<Disagreement>(`${at}/${row?.id}/reopen`);
  expect((await reopen()).body).toMatchObject({ settledAt: null, settledBy: null });
  expect((await reopen()).status).toBe(409);
  await settle(house.third, row, "Agreed to differ.");
  await sign(house.second, id, [1, 3, 4, 3, 3]);
  expect((await of())[0]).toMatchObject({ settledBy: { id: house.third.memberId } });
  await sign(house.second, id, [2, 3, 4, 3, 3]);
  expect((await of())[0]).toMatchObject({ settledAt: null, note: "Agreed to differ.", spread: 3 });
  await sign(house.second, id, [4, 3, 4, 3, 3]);
  expect((await of())[0]).toMatchObject({ spread: 1 });
});

test("a recused member gets neither disagreements nor champions, nor the candidate in the view", async () => {
  await sign(house.reviewer, id, [5, 3, 3, 3, 3]);
  await sign(house.second, id, [1, 3, 3, 3, 3]);
  await house.third.post(`/candidates/${id}/recusal`, {});
  await house.owner.post(`/candidates/${id}/reveal`);
  const [row] = await of();
  expect(await of(house.third)).toEqual([]);
  expect((await settle(house.third, row)).status).toBe(404);
  expectStatus(await house.reviewer.post(`/candidates/${id}/champion`, { reason: "Yes." }), 200);
  expect((await house.third.get(`/candidates/${id}/champion`)).body).toEqual({
    mayChampion: false,
    items: [],
  });
  expect(await house.third.post(`/candidates/${id}/champion`, { reason: "x" })).toMatchObject({
    status: 403,
    body: { code: "reviews.recused" },
  });
  const counted = async (by: Client) =>
    (await by.get<RankingPage>("/ranking?limit=200")).body.items.find((item) => item.id === id)
      ?.champions;
  expect([await counted(house.viewer), await counted(house.third)]).toEqual([1, 0]);
  const listed = async (by: Client) =>
    (await by.get<DissentPage>("/disagreements?limit=200")).body.items.map((item) => item.id);
  expect(await listed(house.viewer)).toContain(id);
  expect(await listed(house.third)).not.toContain(id);
});

test("a champion backs what is revealed, once a candidate, and changes no figure", async () => {
  await sign(house.reviewer, id, [1, 1, 1, 1, 5]);
  const champion = (by: Client, reason: string) =>
    by.post(`/candidates/${id}/champion`, { reason });
  expect(await champion(house.third, "Too early")).toMatchObject({
    status: 409,
    body: { code: "stages.not_revealed" },
  });
  expect((await house.third.get(`/candidates/${id}/champion`)).body).toMatchObject({ items: [] });
  await house.owner.post(`/candidates/${id}/reveal`);
  const ranking = async () => {
    const { items } = (await house.viewer.get<RankingPage>("/ranking?limit=200")).body;
    return items.map(({ champions: _, ...figures }) => figures);
  };
  const before = await ranking();
  expect((await champion(house.third, " ")).status).toBe(422);
  await champion(house.third, "They see what we don't.");
  await champion(house.third, "They see what we overlook.");
  const { body } = await champion(house.second, "So do I.");
  expect(body).toMatchObject({
    mayChampion: true,
    items: [
      { by: { name: house.third.name }, reason: "They see what we overlook.", mine: false },
      { by: { name: house.second.name }, reason: "So do I.", mine: true },
    ],
  });
  expect(await ranking()).toEqual(before);
  const first = (await house.viewer.get<RankingPage>("/ranking?sort=-champions&limit=1")).body;
  expect(first.items).toMatchObject([{ id, champions: 2 }]);
  const { body: left } = await house.third.delete(`/candidates/${id}/champion`);
  expect(left).toMatchObject({ items: [{ by: { name: house.second.name } }] });
  expect((await house.third.delete(`/candidates/${id}/champion`)).status).toBe(404);
});

describe("the view 非共识", () => {
  let own: House;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    own = await openHouse();
    const revealed = async (name: string, a: readonly number[], b: readonly number[]) => {
      const { id: one } = await makeReviewable(own.owner, { name });
      await sign(own.reviewer, one, a);
      await sign(own.second, one, b);
      await own.owner.post(`/candidates/${one}/reveal`);
      ids[name] = one;
    };
    await revealed("Wide", [5, 3, 3, 3, 3], [0, 3, 3, 3, 3]);
    await revealed("Narrow", [5, 5, 5, 5, 0], [5, 5, 5, 5, 3]);
    await revealed("Agreed", [3, 3, 3, 3, 3], [3, 3, 3, 3, 3]);
    await revealed("Backed", [1, 1, 1, 1, 4], [1, 1, 1, 1, 4]);
    for (const by of [own.third, own.admin])
      await by.post(`/candidates/${ids["Backed"]}/champion`, { reason: "Against the tide." });
    const hidden = await makeReviewable(own.owner, { name: "Hidden" });
    await sign(own.reviewer, hidden.id, [5, 3, 3, 3, 3]);
    await sign(own.second, hidden.id, [0, 3, 3, 3, 3]);
  });
  afterAll(() => own.close());

  const names = async (query: string) =>
    (await own.viewer.get<DissentPage>(`/disagreements${query}`)).body.items.map(
      ({ name }) => name,
    );

  test.each([
    ["", ["Wide", "Narrow", "Backed"]],
    ["?sort=spread", ["Backed", "Narrow", "Wide"]],
    ["?sort=-total", ["Narrow", "Wide", "Backed"]],
    ["?sort=total", ["Backed", "Wide", "Narrow"]],
    ["?sort=-championed", ["Backed", "Narrow", "Wide"]],
    ["?sort=name", ["Backed", "Narrow", "Wide"]],
    ["?sort=-name", ["Wide", "Narrow", "Backed"]],
  ])("%s lists what is revealed and in dispute or backed", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test("pages by a cursor, and forgets none", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = cursor ? `?limit=1&cursor=${cursor}` : "?limit=1";
      const { body } = await own.viewer.get<DissentPage>(`/disagreements${query}`);
      expect(body.count).toBe(3);
      seen.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(["Wide", "Narrow", "Backed"]);
    expect((await own.viewer.get("/disagreements?cursor=x")).status).toBe(422);
  });

  test("open ones leave out what is settled", async () => {
    const { body } = await own.viewer.get<Disagreements>(
      `/candidates/${ids["Wide"]}/disagreements`,
    );
    await own.reviewer.post(
      `/candidates/${ids["Wide"]}/disagreements/${body.items[0]?.id}/settle`,
      { note: "Done." },
    );
    expect(await names("?open=true")).toEqual(["Narrow", "Backed"]);
    expect(await names("")).toEqual(["Wide", "Narrow", "Backed"]);
  });
});
