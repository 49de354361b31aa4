import type { Capability, Release, Scenario } from "@highwater/shared/tide/contract";
import type { Reliance } from "@highwater/shared/tide/reliance";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const vision = { key: "sonar", name: { en: "Sonar", zh: "声呐" }, level: 40 };
const release = {
  name: { en: "Deep", zh: "深潜" },
  on: "2030-01-01",
  vector: "model-maker",
  status: "rumoured",
  raises: [{ capability: "vision", level: 80 }],
};

describe("bad input is refused in words that name the field", () => {
  test.each([
    ["/capabilities", { ...vision, level: 120 }, "#/level", "tide.level"],
    ["/capabilities", { ...vision, level: -1 }, "#/level", "tide.level"],
    ["/releases", { ...release, likelihood: 1.2 }, "#/likelihood", "tide.likelihood"],
    ["/releases", { ...release, on: undefined }, "#/on", "invalid_type"],
    [
      "/releases",
      { ...release, raises: [{ capability: "vision", level: 120 }] },
      "#/raises/0/level",
      "tide.level",
    ],
    [
      "/releases",
      { ...release, raises: [{ capability: "sorcery", level: 50 }] },
      "#/raises/0/capability",
      "tide.capability_unknown",
    ],
    [
      "/releases",
      { ...release, raises: [...release.raises, ...release.raises] },
      "#/raises",
      "tide.raised_twice",
    ],
    ["/tide/projection", { releaseIds: [], months: 121 }, "#/months", "tide.months"],
    ["/scenarios", { name: "x", releaseIds: [], base: 1 }, "#/base", "tide.base"],
    [
      "/tide/projection",
      { releaseIds: [crypto.randomUUID()] },
      "#/releaseIds/0",
      "tide.release_unknown",
    ],
  ])("%s %j", async (path, input, pointer, code) => {
    const answer = await house.admin.post<{ errors: { message: string }[] }>(path, input);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
    expect(answer.body.errors[0]?.message).toMatch(/^[A-Z].+\.$/);
  });

  test("shares above 1 together, a share above 1, a capability twice, one that is unknown", async () => {
    const { id } = await makeCandidate(house.reviewer);
    const put = (items: object[]) => house.reviewer.put(`/candidates/${id}/reliance`, { items });
    const half = (capability: string, share = 0.6) => ({ capability, share });
    for (const [items, pointer, code] of [
      [[half("vision"), half("reasoning")], "#/items", "tide.shares"],
      [[half("vision", 1.1)], "#/items/0/share", "tide.share"],
      [[half("vision", 0.1), half("vision", 0.1)], "#/items", "tide.relied_twice"],
      [[half("sorcery")], "#/items/0/capability", "tide.capability_unknown"],
    ] as const)
      expect(await put([...items])).toMatchObject({
        status: 422,
        body: { errors: expect.arrayContaining([expect.objectContaining({ pointer, code })]) },
      });
  });
});

test("a capability keeps every level that it had, who set it, and from where", async () => {
  const made = expectStatus(await house.admin.post<Capability>("/capabilities", vision), 201);
  expect((await house.admin.post("/capabilities", vision)).status).toBe(409);
  const at = `/capabilities/${made.id}`;
  const { etag } = await house.admin.get(at);
  expect((await house.admin.patch(at, { level: 60 })).status).toBe(428);
  const patch = { level: 60, status: "stated", source: "A paper" };
  const edited = expectStatus(
    await house.admin.patch<Capability>(at, patch, { "if-match": etag }),
    200,
  );
  expect(edited.history).toMatchObject([
    { level: 60, status: "stated", source: "A paper", by: { name: "Amir Admin" } },
    { level: 40, status: "estimated", source: null },
  ]);
  expect((await house.admin.patch(at, { level: 70 }, { "if-match": etag })).status).toBe(412);
});

test("a release takes its likelihood from its status, until somebody says otherwise", async () => {
  const made = expectStatus(await house.admin.post<Release>("/releases", release), 201);
  expect(made).toMatchObject({
    likelihood: 0.5,
    market: "global",
    publishedAt: null,
    raises: [{ capability: "vision", old: 30, level: 80 }],
  });
  const at = `/releases/${made.id}`;
  const { etag } = await house.admin.get(at);
  const edited = await house.admin.patch<Release>(at, { likelihood: 0.9 }, { "if-match": etag });
  expect(expectStatus(edited, 200)).toMatchObject({ likelihood: 0.9, on: "2030-01-01" });
});

test("a scenario is saved, edited and removed by whoever reviews", async () => {
  const input = { name: "Next year", releaseIds: [], months: 12 };
  const made = expectStatus(await house.reviewer.post<Scenario>("/scenarios", input), 201);
  expect(made).toMatchObject({ ...input, base: 2, period: 18, by: { name: "Rosa Reviewer" } });
  const at = `/scenarios/${made.id}`;
  const { etag } = await house.second.get(at);
  const edited = await house.second.patch<Scenario>(at, { period: 36 }, { "if-match": etag });
  expect(expectStatus(edited, 200)).toMatchObject({ name: "Next year", period: 36 });
  expectStatus(await house.second.delete(at), 204);
  expect((await house.viewer.get(at)).status).toBe(404);
});

test("reliance: the first PUT needs no ETag, every later one does, and moats make the defence", async () => {
  const { id } = await makeCandidate(house.reviewer, {
    vertical: "writing",
    moats: ["network", "workflow"],
  });
  const at = `/candidates/${id}/reliance`;
  const proposal = expectStatus(await house.viewer.get<Reliance>(at), 200);
  expect(proposal.proposed).toBe(true);
  expect(proposal.defence).toBeCloseTo(1 - 0.5 * 0.65, 12);
  const items = [{ capability: "text-generation", share: 0.5, confirmed: false }];
  expectStatus(await house.reviewer.put(at, { items }), 200);
  expect((await house.second.put(at, { items: [] })).status).toBe(428);
  const { etag } = await house.second.get(at);
  const confirmed = [{ capability: "text-generation", share: 0.5 }];
  const put = await house.second.put<Reliance>(at, { items: confirmed }, { "if-match": etag });
  expect(expectStatus(put, 200)).toMatchObject({
    proposed: false,
    by: { name: "Sven Second" },
    items: [{ share: 0.5, confirmed: true }],
  });
});

test("the defence table is the team's own", async () => {
  const { body, etag } = await house.admin.get<Record<string, number>>("/tide/defences");
  expect(body).toMatchObject({ "heavy-operations": 0.6, "internal-cost": 0.2 });
  const table = { ...body, network: 0.9 };
  expect((await house.admin.put("/tide/defences", table)).status).toBe(428);
  expectStatus(await house.admin.put("/tide/defences", table, { "if-match": etag }), 200);
  expect((await house.viewer.get("/tide/defences")).body).toEqual(table);
  const wild = await house.admin.put(
    "/tide/defences",
    { ...table, network: 2 },
    { "if-match": etag },
  );
  expect(wild).toMatchObject({ status: 422, body: { errors: [{ pointer: "#/network" }] } });
});

test("an empty catalogue is filled from the minutes, once", async () => {
  expect((await house.admin.post("/capabilities/start")).status).toBe(409);
  await house.sql('delete from "CapabilityLevel"');
  await house.sql('delete from "Capability"');
  await house.sql('delete from "Release"');
  const answer = await house.admin.post<{ items: Capability[] }>("/capabilities/start");
  expect(expectStatus(answer, 200).items).toHaveLength(27);
});
