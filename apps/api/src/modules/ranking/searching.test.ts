import type { Candidate, CandidatePage } from "@highwater/shared/candidates/contract";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import type { Team } from "@highwater/shared/team/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, saveDraft, sign } from "../../../test/make.js";

let house: House;
const id: Record<string, string> = {};
const nameOf = (one: string) => Object.keys(id).find((name) => id[name] === one) ?? one;

beforeAll(async () => {
  house = await openHouse();
  const { body } = await house.owner.get<{ team: Team }[]>("/teams");
  const path = `/teams/${body[0]?.team.id}`;
  const { etag } = await house.owner.get(path);
  await house.owner.patch(path, { minReviews: 2 }, { "if-match": etag });
  expectStatus(await house.owner.post("/fields", { name: "Founded", type: "number" }), 201);
  const make = async (name: string, facts: object) => {
    id[name] = (await makeReviewable(house.owner, { name, ...facts })).id;
  };
  await make("Lex", {
    vertical: "legal",
    tags: ["hot", "two words"],
    notes: "Reads CONTRACTS 100% of_it",
    fields: { founded: 2021 },
  });
  await make("Juris", {
    vertical: "legal",
    tags: ["cold"],
    thesis: "灯塔法律助手",
    fields: { founded: 2018 },
  });
  await make("Tower", {
    vertical: "games",
    description: "塔防游戏",
    people: [{ name: "王小明" }],
    fields: { founded: 2021 },
  });
  await make("Quiet", { vertical: "games", ownerId: house.admin.memberId });
  await sign(house.reviewer, id["Lex"] ?? "", [5, 5, 5, 5, 0]);
  await sign(house.second, id["Lex"] ?? "", [2, 4, 4, 4, 1]);
  await sign(house.reviewer, id["Juris"] ?? "", [3, 3, 3, 3, 3]);
  await sign(house.third, id["Juris"] ?? "", [3, 3, 3, 3, 3]);
  await sign(house.second, id["Tower"] ?? "", [1, 1, 1, 1, 5]);
  await sign(house.third, id["Tower"] ?? "", [1, 1, 1, 2, 5]);
  await sign(house.third, id["Quiet"] ?? "", [4, 4, 4, 4, 1]);
  await saveDraft(house.second, id["Quiet"] ?? "", { scores: { habit: { score: 4 } } });
});
afterAll(() => house.close());

async function found(q: string, by: Client = house.viewer, scope = "team") {
  const path = `/ranking?limit=200&scope=${scope}&q=${encodeURIComponent(q)}`;
  const page = expectStatus(await by.get<RankingPage>(path), 200);
  expect(page.count).toBe(page.items.length);
  return page.items.map((item) => nameOf(item.id)).sort();
}

test.each([
  ["", ["Juris", "Lex", "Tower"]],
  ["contracts", ["Lex"]],
  ["ONTRACT", ["Lex"]],
  ["100% of_it", ["Lex"]],
  ["100_", []],
  ["灯塔", ["Juris"]],
  ["塔", ["Juris", "Tower"]],
  ["灯塔法律", ["Juris"]],
  ["王", ["Tower"]],
  ["塔王", []],
  ["-塔", ["Lex"]],
  ['"contracts 100%"', ["Lex"]],
  ["vertical:LEGAL", ["Juris", "Lex"]],
  ["-vertical:legal", ["Tower"]],
  ["tag:hot", ["Lex"]],
  ['tag:"two words"', ["Lex"]],
  ["-tag:hot stage:discussion", ["Juris", "Tower"]],
  ["stage：讨论 vertical:games", ["Tower"]],
  ["founded>=2020", ["Lex", "Tower"]],
  ["founded:<2020", ["Juris"]],
  ["-founded:2021", ["Juris"]],
  ["spread:>=3", ["Lex"]],
  ["spread:0", ["Juris"]],
  ["total:>50", ["Juris", "Lex"]],
  ["-total:>50", ["Tower"]],
  ["habit:>=3.5", ["Lex"]],
  ["overrun<2", ["Lex"]],
  ["reviews:2", ["Juris", "Lex", "Tower"]],
  ["reviews:>2", []],
  ["vertical:legal spread:<3 塔", ["Juris"]],
])("%j finds %j, and ranks stay global", async (q, names) => {
  expect(await found(q)).toEqual(names);
  const whole = (await house.viewer.get<RankingPage>("/ranking")).body.items;
  const page = (await house.viewer.get<RankingPage>(`/ranking?q=${encodeURIComponent(q)}`)).body;
  expect(page.ranked).toBe(3);
  for (const item of page.items)
    expect(item.rank).toBe(whole.find((one) => one.id === item.id)?.rank);
});

test("in Mine the same language asks one's own marks", async () => {
  const mine = (q: string) => found(q, house.third, "mine");
  expect(await mine("total:>70")).toEqual(["Quiet"]);
  expect(await mine("spread:>=1")).toEqual([]);
  expect(await mine("spread:0 vertical:games")).toEqual(["Quiet", "Tower"]);
  expect(await mine("habit:>=3 -vertical:games")).toEqual(["Juris"]);
});

test("reviewer:me is each member's own answer; of others only what one sees", async () => {
  expect(await found("reviewer:me", house.reviewer)).toEqual(["Juris", "Lex"]);
  expect(await found("reviewer:me", house.third)).toEqual(["Juris", "Tower"]);
  expect(await found("-reviewer:me", house.third)).toEqual(["Lex"]);
  expect(await found("reviewer:me", house.second, "mine")).toEqual(["Lex", "Quiet", "Tower"]);
  expect(await found(`reviewer:"${house.third.name}"`)).toEqual(["Juris", "Tower"]);
  // Who has signed a hidden one is not told, by any search.
  expect(await found(`reviewer:"${house.third.name}"`, house.owner, "mine")).toEqual([
    "Juris",
    "Tower",
  ]);
  expect(await found(`reviewer:"${house.third.name}"`, house.third, "mine")).toEqual([
    "Juris",
    "Quiet",
    "Tower",
  ]);
  expect(await found("owner:me", house.admin, "mine")).toEqual(["Quiet"]);
});

test("the pipeline reads the same language of facts, and says where figures are asked for", async () => {
  const list = async (q: string) => {
    const path = `/candidates?q=${encodeURIComponent(q)}`;
    return expectStatus(await house.viewer.get<CandidatePage>(path), 200)
      .items.map(({ name }) => name)
      .sort();
  };
  expect(await list("vertical:games -塔")).toEqual(["Quiet"]);
  expect(await list(`owner:"${house.admin.name}"`)).toEqual(["Quiet"]);
  expect(await list("founded>2019 contracts")).toEqual(["Lex"]);
  for (const path of ["/candidates", "/ranking", "/ranking?scope=mine"]) {
    const unknown = await house.owner.get(
      `${path}${path.includes("?") ? "&" : "?"}q=${encodeURIComponent("nosuch:7")}`,
    );
    expect([path, unknown.status, unknown.body]).toMatchObject([
      path,
      422,
      { errors: [{ pointer: "#/q", code: "search.key" }] },
    ]);
  }
  for (const q of ["total:>3", "spread:>=3", "habit:1", "reviewer:me", "owner:me"])
    expect(await house.viewer.get(`/candidates?q=${q}`)).toMatchObject({
      ...{ status: 422, body: { errors: [{ pointer: "#/q", code: "search.elsewhere" }] } },
    });
});

test("what is edited is found by its new words at once, and no more by the old", async () => {
  const { etag } = await house.owner.get<Candidate>(`/candidates/${id["Lex"]}`);
  const patch = { notes: "协议 draft" };
  expectStatus(
    await house.owner.patch(`/candidates/${id["Lex"]}`, patch, { "if-match": etag }),
    200,
  );
  expect([await found("协议"), await found("contracts"), await found("draft")]).toEqual([
    ["Lex"],
    [],
    ["Lex"],
  ]);
  // What an import has brought stands in no index before its job is done.
  await house.sql(`delete from "CandidateName" where "candidateId" = $1`, [id["Lex"]]);
  await house.sql(
    `insert into "Job" ("teamId", id, "memberId", lane, kind, "subjectId", state)
     select "teamId", gen_random_uuid(), id, 'names', 'imports.names', gen_random_uuid(), 'failed'
       from "Member" where id = $1`,
    [house.owner.memberId],
  );
  await house.sql(`update "Pulse" set beats = beats + 1`);
  expect([await found("协议"), await found("draft")]).toEqual([["Lex"], ["Lex"]]);
});
