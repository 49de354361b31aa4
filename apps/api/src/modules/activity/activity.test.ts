import type { ActivityPage } from "@highwater/shared/activity/contract";
import type { Client } from "../../../test/client.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, moveTo, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const feed = async (by: Client, query = "") =>
  (await by.get<ActivityPage>(`/activity${query}`)).body;
const verbsOn = async (by: Client, id: string) =>
  (await by.get<ActivityPage>(`/candidates/${id}/activity`)).body.items.map(({ verb }) => verb);

test("says who did what to which candidate, the newest first", async () => {
  const { id, name } = await makeCandidate(house.reviewer, { name: "Lighthouse" });
  await moveTo(house.second, id, "review");
  const { items } = await feed(house.viewer, `?candidateId=${id}`);
  expect(items).toMatchObject([
    {
      verb: "stages.moved",
      by: { name: "Sven Second" },
      candidate: { id, name },
      facts: { from: "inbox", to: "review" },
    },
    { verb: "candidates.entered", by: { name: "Rosa Reviewer" }, candidate: { id, name } },
  ]);
});

test("pages lead through all of it, nothing twice", async () => {
  for (let n = 0; n < 5; n++) await makeCandidate(house.owner);
  const all = (await feed(house.viewer, "?limit=200")).items.map(({ id }) => id);
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: ActivityPage = await feed(
      house.viewer,
      `?limit=3${cursor ? `&cursor=${cursor}` : ""}`,
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(all);
});

test("what is hidden has no entry for the blind: neither that it was signed, nor by whom", async () => {
  const { id } = await makeReviewable(house.owner);
  await sign(house.second, id, [5, 5, 5, 5, 0]);
  await sign(house.second, id, [0, 0, 0, 0, 5]);
  expect(await verbsOn(house.owner, id)).toEqual(["stages.moved", "candidates.entered"]);
  expect(await verbsOn(house.second, id)).toEqual(
    expect.arrayContaining(["reviews.amended", "reviews.signed"]),
  );
  const bySven = await feed(house.reviewer, `?memberId=${house.second.memberId}&limit=200`);
  expect(bySven.items.filter(({ candidate }) => candidate?.id === id)).toEqual([]);
});

test("after the reveal everybody knows of the signatures, save whoever has stepped back", async () => {
  const { id } = await makeReviewable(house.owner);
  await house.third.post(`/candidates/${id}/recusal`, {});
  for (const by of [house.owner, house.admin, house.second]) await sign(by, id, [3, 3, 3, 3, 3]);
  const signed = (verbs: string[]) => verbs.filter((verb) => verb === "reviews.signed").length;
  expect(signed(await verbsOn(house.viewer, id))).toBe(3);
  const known = await verbsOn(house.third, id);
  expect(known).toContain("reviews.recused");
  expect(signed(known)).toBe(0);
});

test("an API token is its maker's own affair", async () => {
  await house.reviewer.post("/tokens", { name: "script" });
  const made = async (by: Client) =>
    (await feed(by, "?limit=200")).items.some(({ verb }) => verb === "team.token_created");
  expect([await made(house.reviewer), await made(house.owner)]).toEqual([true, false]);
});

test("an entry stands exactly when its deed does", async () => {
  const { id } = await makeCandidate(house.owner);
  const refused = await house.viewer.post(`/candidates/${id}/stage`, { stage: "review" });
  expect(refused.status).toBe(403);
  const raced = await house.owner.post(`/candidates/${id}/stage`, {
    stage: "review",
    from: "decided",
  });
  expect(raced.status).toBe(409);
  expect(await verbsOn(house.owner, id)).toEqual(["candidates.entered"]);
});

test("a cursor of another list is refused in words, an unknown candidate is missing", async () => {
  expect(await house.owner.get("/activity?cursor=eyJ4IjoxfQ")).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "#/cursor" }] },
  });
  expect((await house.owner.get(`/candidates/${crypto.randomUUID()}/activity`)).status).toBe(404);
});
