import type { Candidate } from "@highwater/shared/candidates/contract";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import type { Projection, TideBoard } from "@highwater/shared/tide/board";
import type { Capabilities, Releases } from "@highwater/shared/tide/contract";
import { tideOf } from "@highwater/shared/tide/exposure";
import { projection } from "@highwater/shared/tide/projection";
import type { Reliance } from "@highwater/shared/tide/reliance";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";

let house: House;
let releases: Releases["items"];
beforeAll(async () => {
  house = await openHouse({ sample: true });
  releases = expectStatus(await house.viewer.get<Releases>("/releases"), 200).items;
});
afterAll(() => house.close());

const releaseId = (name: string) => {
  const found = releases.find((release) => release.name.en === name);
  if (!found) throw new Error(`There is no release ${name}.`);
  return found.id;
};
const project = async (input: object) =>
  expectStatus(await house.viewer.post<Projection>("/tide/projection", input), 200);
const named = ({ items }: Projection, name: string) => {
  const item = items.find((one) => one.name.startsWith(name));
  if (!item) throw new Error(`${name} is not in the projection.`);
  return item;
};
/** Of every score and count that stands in the database, signed or not. */
const digest = async () =>
  (
    await house.sql(
      `select md5(string_agg(line, '|' order by line)) as digest from (
         select s::text as line from "Score" s union all select t::text from "TeamScore" t
         union all select v::text from "ReviewVersion" v union all select r::text from "Review" r) x`,
    )
  )[0]?.["digest"];

describe("what the minutes say of a release", () => {
  let copilot: Projection;
  beforeAll(async () => {
    copilot = await project({ releaseIds: [releaseId("Microsoft 365 Copilot")] });
  });

  test.each([
    ["LangChain", "tool-connection", 0.55],
    ["Jasper", "text-generation", 0.7],
    ["copy.ai", "text-generation", 0.8],
  ])("%s is reached in %s, and stays under water at 5", (name, key, share) => {
    const item = named(copilot, name);
    expect(item).toMatchObject({ risk: 5, projectedRisk: 5, underWater: true, crosses: false });
    expect(item.exposure).toBeGreaterThan(0);
    expect(item.reasons).toContainEqual(
      expect.objectContaining({
        release: expect.objectContaining({
          name: { en: "Microsoft 365 Copilot", zh: "Microsoft 365 Copilot" },
        }),
        capability: expect.objectContaining({ key }),
        share,
        confirmed: true,
        rule: "headroom",
      }),
    );
  });

  test("Notion AI's risk rises behind its workflow, by hand", () => {
    const item = named(copilot, "Notion AI");
    const reach = 0.35 * (12 / 30) + 0.2 * (15 / 35) + 0.1 * (45 / 70);
    expect(item.exposure).toBeCloseTo(reach * 0.65, 9);
    expect(item.projectedRisk).toBeCloseTo(3 + 2 * reach * 0.65, 8);
    expect(item.projectedTotal).toBeLessThan(item.total ?? 0);
    expect(item.reasons.map(({ defence }) => defence.toFixed(2))).toEqual(["0.35", "0.35", "0.35"]);
  });

  test("elderly ride-hailing and biotech are not reached at all", () => {
    for (const name of ["Voice ride-hailing", "Biotech copilot"]) {
      const item = named(copilot, name);
      expect(item).toMatchObject({ exposure: 0, reasons: [] });
      expect(item.projectedRisk).toBe(item.risk);
    }
  });

  test("without releases and clock every rank and total is the ranking's own", async () => {
    const page = expectStatus(await house.viewer.get<RankingPage>("/ranking?limit=200"), 200);
    const { items } = await project({ releaseIds: [] });
    expect(items.map(({ id, rank, total }) => ({ id, rank, total }))).toEqual(
      page.items.map(({ id, rank, total }) => ({ id, rank, total })),
    );
    for (const item of items) {
      expect(item.projectedTotal).toBe(item.total);
      expect(item.projectedRank).toBe(item.rank);
    }
  });

  test("a preset chooses the weights, and a likelihood of 0 takes a release away", async () => {
    const [id, preset] = [releaseId("Microsoft 365 Copilot"), "long"];
    const idle = await project({ releaseIds: [id], likelihoods: { [id]: 0 }, preset });
    const page = await house.viewer.get<RankingPage>("/ranking?limit=200&preset=long");
    expect(idle.items.map(({ id, projectedRank }) => [id, projectedRank])).toEqual(
      page.body.items.map(({ id, rank }) => [id, rank]),
    );
  });

  test("the share at risk and the months to submersion grow with the clock", async () => {
    const shares: (number | null)[] = [];
    for (const months of [0, 18, 60, 120])
      shares.push((await project({ releaseIds: [], months })).projectedAtRisk);
    expect(shares[0]).toBe(6 / 16);
    expect([...shares].sort()).toEqual(shares);
    const { items } = await project({ releaseIds: [], months: 120 });
    for (const item of items)
      expect(item.submerged).toBe(item.months !== null && item.months <= 120);
  });
});

test("a browser that projects the board by itself comes to the same figures, to the bit", async () => {
  const board = expectStatus(await house.viewer.get<TideBoard>("/tide/board"), 200);
  const clock = { months: 7, base: 2, period: 18 };
  const chosen = board.releases.filter(({ raises }) => raises.length > 0);
  const tide = tideOf(
    Object.fromEntries(board.capabilities.map(({ key, level }) => [key, level])),
    chosen,
    clock,
    board.defences,
  );
  const mine = projection(board.candidates, tide, clock, board);
  const theirs = await project({ releaseIds: chosen.map(({ id }) => id), months: 7 });
  expect(
    mine.map(({ id, projectedTotal, projectedRank }) => [id, projectedTotal, projectedRank]),
  ).toEqual(
    theirs.items.map(({ id, projectedTotal, projectedRank }) => [
      id,
      projectedTotal,
      projectedRank,
    ]),
  );
});

test("no simulation touches a human score", async () => {
  const before = await digest();
  for (const months of [0, 60, 120])
    for (const scope of ["team", "mine"])
      await project({ releaseIds: releases.map(({ id }) => id), months, scope });
  await house.viewer.get("/tide/board");
  await house.viewer.get("/tide/proposed");
  expect(await digest()).toBe(before);
});

test("the catalogue and the releases of the minutes stand with their lines, in both languages", async () => {
  const { items } = expectStatus(await house.viewer.get<Capabilities>("/capabilities"), 200);
  expect(items).toHaveLength(27);
  for (const { name, citation, history, level } of items) {
    expect(`${name.en} ${name.zh}`).toMatch(/[a-z].*[\u4e00-\u9fff]/i);
    expect(citation?.line).toBeGreaterThan(0);
    expect(history).toMatchObject([{ level, by: null, releaseId: null }]);
  }
  expect(releases).toHaveLength(14);
  expect(releases.map(({ on }) => on)).toEqual([...releases.map(({ on }) => on)].sort());
  const note = releases.find(({ name }) => name.en.startsWith("Export control"));
  expect(note).toMatchObject({ raises: [], market: "CN", likelihood: 1 });
  expect(releases.find(({ name }) => name.en === "DALL-E upgrade")).toMatchObject({
    status: "hearsay",
    likelihood: 0.3,
    raises: [{ capability: "image-generation", old: 60, level: 90 }, {}],
  });
});

test("the samples come confirmed; who waits is proposed, and confirmed by vertical", async () => {
  const { items } = (await house.viewer.get<{ items: Candidate[] }>("/candidates?limit=200")).body;
  const relianceOf = async (name: string) => {
    const id = items.find((one) => one.name.startsWith(name))?.id;
    return expectStatus(await house.viewer.get<Reliance>(`/candidates/${id}/reliance`), 200);
  };
  expect(await relianceOf("Jasper")).toMatchObject({
    proposed: false,
    vectors: ["model-maker"],
    items: [{ capability: "text-generation", share: 0.7, confirmed: true }, {}],
  });
  const before = await relianceOf("SEO");
  expect(before).toMatchObject({ proposed: true, by: null, items: [{ confirmed: false }, {}] });
  const answer = await house.reviewer.post("/tide/reliance/confirm", { vertical: "seo" });
  expect(expectStatus(answer, 200)).toEqual({ confirmed: 1 });
  const after = await relianceOf("SEO");
  expect(after).toMatchObject({ proposed: false, by: { name: "Rosa Reviewer" } });
  expect(after.items).toEqual(before.items.map((item) => ({ ...item, confirmed: true })));
  const again = await house.reviewer.post("/tide/reliance/confirm", { vertical: "seo" });
  expect(again.body).toEqual({ confirmed: 0 });
});
