import type { Team } from "@highwater/shared/team/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";

let house: House;
let own: Team;
let other: Team;
let inOwn: Client;
let inOther: Client;

beforeAll(async () => {
  house = await openHouse();
  const { body } = await house.owner.get<{ team: Team }[]>("/teams");
  own = body[0]?.team as Team;
  other = expectStatus(await house.owner.post<Team>("/teams", { name: "第二队 Second" }), 201);
  inOwn = house.owner.with({ "x-highwater-team": own.slug });
  inOther = house.owner.with({ "x-highwater-team": other.slug });
});
afterAll(() => house.close());

describe("somebody of several teams", () => {
  test("is asked which one is meant", async () => {
    expect(await house.owner.get("/candidates")).toMatchObject({
      status: 400,
      body: { code: "team.which" },
    });
  });

  test("switches by the header, and finds each team's own pipeline", async () => {
    const here = await makeCandidate(inOwn, { name: "Here" });
    const there = await makeCandidate(inOther, { name: "There" });
    expect((await inOwn.get(`/candidates/${here.id}`)).status).toBe(200);
    expect((await inOther.get(`/candidates/${there.id}`)).status).toBe(200);
    expect((await inOwn.get("/candidates")).body).toMatchObject({ items: [{ id: here.id }] });
    expect((await inOther.get("/candidates")).body).toMatchObject({ items: [{ id: there.id }] });
  });

  test("is listed in each with the role held there", async () => {
    expect((await house.owner.get("/me")).body).toMatchObject({
      memberships: [
        { role: "owner", team: { slug: "tide-watch" } },
        { role: "owner", team: { slug: "second" } },
      ],
    });
  });
});

describe("another team", () => {
  test("does not exist for strangers, any more than one that nobody founded", async () => {
    const foreign = await house.admin.with({ "x-highwater-team": other.slug }).get("/candidates");
    const absent = await house.admin.with({ "x-highwater-team": "atlantis" }).get("/candidates");
    expect(foreign).toMatchObject({ status: 404, body: { code: "team.missing" } });
    expect(absent.text).toBe(foreign.text);
  });

  test("keeps its settings and its rows to itself, whoever asks from outside", async () => {
    const { id } = await makeCandidate(inOther);
    const missing = `/candidates/${crypto.randomUUID()}`;
    for (const [method, below, body] of [
      ["GET", ""],
      ["PATCH", "", { name: "Mine now" }],
      ["DELETE", ""],
      ["POST", "/restore"],
      ["POST", "/stage", { stage: "review" }],
      ["GET", "/trials"],
      ["POST", "/trials", { task: "t", grade: 1, on: "2026-01-01" }],
      ["GET", "/reviews"],
      ["GET", "/reviews/mine"],
      ["PUT", "/reviews/mine", { scores: {} }],
      ["POST", "/reviews/mine/sign"],
      ["POST", "/recusal", {}],
      ["POST", "/open"],
      ["POST", "/reveal"],
      ["GET", "/explanation"],
    ] as const) {
      const match = { "if-match": '"x"' };
      const foreign = await inOwn.send(method, `/candidates/${id}${below}`, body, match);
      const absent = await inOwn.send(method, `${missing}${below}`, body, match);
      const bare = (text: string) => text.replace(/"instance":"[^"]*"/, "");
      expect({ method, below, status: foreign.status }).toEqual({ method, below, status: 404 });
      expect(bare(foreign.text)).toBe(bare(absent.text));
    }
    expect((await inOwn.get(`/teams/${other.id}`)).status).toBe(404);
    expect((await inOther.get(`/candidates/${id}`)).body).toMatchObject({ archivedAt: null });
  });

  test("has members of its own, who are nobody here", async () => {
    expect((await inOther.get<{ items: unknown[] }>("/members")).body.items).toHaveLength(1);
    expect(
      await inOther.patch(`/members/${house.admin.memberId}`, { role: "viewer" }),
    ).toMatchObject({ status: 404 });
    expect(
      await inOther.post("/candidates", { name: "X", ownerId: house.admin.memberId }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: "#/ownerId" }] } });
  });
});

describe("a team's settings", () => {
  test("are edited from what one has seen: 428 without, 412 when stale, with the current one", async () => {
    const path = `/teams/${own.id}`;
    const seen = await inOwn.get<Team>(path);
    expect((await inOwn.patch(path, { minReviews: 4 })).status).toBe(428);
    const edited = await inOwn.patch(path, { minReviews: 4 }, { "if-match": seen.etag });
    expect(edited).toMatchObject({ status: 200, body: { minReviews: 4, name: "Tide Watch" } });
    expect(await inOwn.patch(path, { minReviews: 2 }, { "if-match": seen.etag })).toMatchObject({
      status: 412,
      body: { current: { minReviews: 4 } },
    });
    expect((await inOwn.patch(path, { minReviews: 3 }, { "if-match": edited.etag })).status).toBe(
      200,
    );
  });

  test.each([0, 21, 1.5, "3", null])("refuse %p as the number of reviews", async (minReviews) => {
    expect(await inOwn.patch(`/teams/${own.id}`, { minReviews })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/minReviews" }] },
    });
  });
});

test("two teams of one name have two addresses", async () => {
  const slugs: string[] = [];
  for (let n = 0; n < 2; n += 1)
    slugs.push(expectStatus(await house.viewer.post<Team>("/teams", { name: "水" }), 201).slug);
  const twin = expectStatus(await house.viewer.post<Team>("/teams", { name: "Tide Watch" }), 201);
  expect(new Set([...slugs, twin.slug, own.slug]).size).toBe(4);
  expect(twin.slug).toMatch(/^tide-watch-/);
});
