import type { CandidatePage } from "@highwater/shared/candidates/contract";
import type { ProblemBody } from "@highwater/shared/kernel/contract";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import { maxViews, type View, type Views } from "@highwater/shared/views/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, sign } from "../../../test/make.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const input = { name: "Law in review", page: "pipeline", query: "stage=review&vertical=law" };

const save = async (by: Client, given: object = {}) =>
  expectStatus(await by.post<View>("/views", { ...input, ...given }), 201);
const list = async (by: Client) => expectStatus(await by.get<Views>("/views"), 200).items;
const refused = (by: Client, given: object) =>
  by.post<ProblemBody>("/views", { ...input, ...given });

async function edit(by: Client, id: string, patch: object) {
  const { etag } = await by.get(`/views/${id}`);
  return by.patch<View & ProblemBody>(`/views/${id}`, patch, { "if-match": etag });
}

const activity = () =>
  house.sql(`select verb, before, after from "Activity" where verb like 'views.%' order by at, id`);

test("a view is kept in one spelling, renamed, changed and deleted by whoever made it", async () => {
  const { viewer } = house;
  const view = await save(viewer, { query: "?vertical=law&stage=review&archived=false&q=" });
  expect(view).toMatchObject({ ...input, shared: false, mine: true, by: { name: "Vera Viewer" } });
  expect((await edit(viewer, view.id, { name: " 法律 ", query: "tag=a" })).body).toMatchObject({
    name: "法律",
    query: "tag=a",
  });
  expect((await viewer.patch(`/views/${view.id}`, { name: "x" })).status).toBe(428);
  const stale = await viewer.patch<ProblemBody>(
    `/views/${view.id}`,
    { name: "x" },
    { "if-match": '"old"' },
  );
  expect(stale.body).toMatchObject({ status: 412, current: { name: "法律" } });
  expect((await viewer.delete(`/views/${view.id}`)).status).toBe(204);
  expect(await list(viewer)).toEqual([]);
  expect((await viewer.get(`/views/${view.id}`)).status).toBe(404);
});

test("a retry under the same Idempotency-Key saves one view", async () => {
  const key = { "idempotency-key": "once" };
  const first = await house.reviewer.post("/views", input, key);
  expect(await house.reviewer.post("/views", input, key)).toMatchObject({
    status: 201,
    text: first.text,
  });
  expect(await list(house.reviewer)).toHaveLength(1);
});

test("to others a private view is as absent as one that never was, and leaves no activity", async () => {
  const { id } = await save(house.reviewer);
  const unknown = crypto.randomUUID();
  for (const who of ["owner", "admin", "second", "viewer"] as const) {
    expect(await list(house[who])).toEqual([]);
    for (const [method, body] of [["GET"], ["PATCH", { name: "x" }], ["DELETE"]] as const) {
      const answer = async (at: string) => {
        const { status, text } = await house[who].send(method, `/views/${at}`, body, {
          "if-match": "*",
        });
        return { status, text: text.replaceAll(at, "ID") };
      };
      expect((await answer(id)).status).toBe(404);
      expect(await answer(id)).toEqual(await answer(unknown));
    }
  }
  await edit(house.reviewer, id, { name: "Other" });
  expect(await list(house.reviewer)).toMatchObject([{ id, name: "Other" }]);
  expect(await activity()).toEqual([]);
});

test("a shared one is everyone's to open; an admin renames and deletes it, no more", async () => {
  const { id } = await save(house.reviewer, { shared: true });
  expect(await list(house.viewer)).toMatchObject([
    { id, mine: false, shared: true, by: { name: "Rosa Reviewer" } },
  ]);
  for (const who of ["second", "viewer"] as const) {
    expect((await edit(house[who], id, { name: "Mine" })).body.code).toBe("views.not_yours");
    expect((await house[who].delete(`/views/${id}`)).status).toBe(403);
  }
  for (const patch of [{ query: "" }, { shared: false }, { name: "x", query: "tag=b" }])
    expect((await edit(house.admin, id, patch)).body.code).toBe("views.not_yours");
  expect((await edit(house.admin, id, { name: "Law" })).body).toMatchObject({ name: "Law" });
  expect((await house.admin.delete(`/views/${id}`)).status).toBe(204);
  expect(await list(house.reviewer)).toEqual([]);
});

test("whoever only looks on keeps private views", async () => {
  expect((await refused(house.viewer, { shared: true })).body).toMatchObject({
    status: 403,
    code: "views.share",
  });
  const { id } = await save(house.viewer);
  expect((await edit(house.viewer, id, { shared: true })).body.code).toBe("views.share");
  await save(house.reviewer, { shared: true });
  await house.admin.patch(`/members/${house.reviewer.memberId}`, { role: "viewer" });
  const [own] = await list(house.reviewer);
  expect((await edit(house.reviewer, own?.id ?? "", { query: "" })).body.code).toBe("views.share");
  expect((await edit(house.reviewer, own?.id ?? "", { shared: false })).status).toBe(200);
});

test("activity tells of shared views what everyone may know", async () => {
  const { id } = await save(house.reviewer, { name: "Secret plan", query: "tag=secret" });
  await edit(house.reviewer, id, { name: "Law", query: "tag=law", shared: true });
  await edit(house.reviewer, id, { query: "tag=law&stage=review" });
  await edit(house.reviewer, id, { name: "Secret again", shared: false });
  await house.reviewer.delete(`/views/${id}`);
  const [shared, edited, unshared, ...more] = await activity();
  expect(shared).toEqual({
    verb: "views.shared",
    before: null,
    after: { name: "Law", page: "pipeline", query: "tag=law" },
  });
  expect(edited).toMatchObject({ verb: "views.edited", after: { query: "stage=review&tag=law" } });
  expect(unshared).toMatchObject({ verb: "views.unshared", before: { name: "Law" }, after: null });
  expect(more).toEqual([]);
});

test("no two of one's views of a page share a name; others' private names stay unknown", async () => {
  const { id } = await save(house.reviewer);
  expect((await refused(house.reviewer, { name: "LAW IN REVIEW" })).body).toMatchObject({
    status: 409,
    code: "views.name_taken",
    errors: [{ pointer: "#/name", code: "views.name_taken" }],
  });
  await save(house.reviewer, { page: "ranking", query: "" });
  await save(house.second);
  const other = await save(house.reviewer, { name: "Shared", shared: true });
  expect((await edit(house.reviewer, other.id, { name: input.name })).status).toBe(409);
  expect((await edit(house.reviewer, id, { name: input.name, query: "" })).status).toBe(200);
  expect((await edit(house.admin, other.id, { name: input.name })).status).toBe(200);
});

test.each([
  [{ name: " " }, "#/name"],
  [{ page: "board" }, "#/page"],
  [{ query: "limit=3" }, "#/query"],
  [{ query: "stage=nowhere" }, "#/query"],
  [{ page: "ranking", query: "owner=x" }, "#/query"],
  [{ colour: "red" }, "#/colour"],
])("%j is refused at %s, in words", async (given, pointer) => {
  const { status, body } = await refused(house.reviewer, given);
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ pointer, message: expect.stringMatching(/\w+ \w+/) }]);
  expect(await list(house.reviewer)).toEqual([]);
});

test("a name and a query have their lengths", async () => {
  const long = { name: "x".repeat(81), query: `q=${"x".repeat(4000)}` };
  const { body } = await refused(house.reviewer, long);
  expect(body.errors?.map(({ pointer }) => pointer)).toEqual(["#/name", "#/query"]);
});

test(`${maxViews} views a member are enough; two at once don't make one more`, async () => {
  for (let n = 1; n < maxViews; n++) await save(house.reviewer, { name: `View ${n}` });
  const last = await Promise.all(["one", "two"].map((name) => refused(house.reviewer, { name })));
  expect(last.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(last.find(({ status }) => status === 409)?.body.code).toBe("views.limit");
  await save(house.second);
});

test("each count is what the page's own list says, for every viewer", async () => {
  for (const n of [1, 2, 3])
    await makeCandidate(house.owner, { name: `Law ${n}`, vertical: "law", tags: ["a,b"] });
  const shown = await makeReviewable(house.owner, { vertical: "law", thesis: "Tidal 潮汐 law" });
  await makeReviewable(house.owner, { vertical: "writing" });
  const gone = await makeCandidate(house.owner, { vertical: "law" });
  await house.owner.delete(`/candidates/${gone.id}`);
  await sign(house.reviewer, shown.id, [5, 5, 5, 5, 0]);
  const pipeline = ["", "vertical=law", "archived=true", "q=潮汐 LAW", "stage=review&vertical=law"];
  const more = [`owner=${house.owner.memberId}`, "tag=a,b", "fields=city:Suzhou", "outcome=pass"];
  const ranking = ["", "scope=mine", "scope=team", "scope=mine&minTotal=90", "vertical=law"];
  const saveAll = async () => {
    for (const query of [...pipeline, ...more])
      await save(house.owner, { name: `p ${query}`, query, shared: true });
    for (const query of [...ranking, "weights=1,0,0,0,1&minTotal=50", "preset=long&scope=team"])
      await save(house.owner, { name: `r ${query}`, page: "ranking", query, shared: true });
  };
  await saveAll();
  const compare = async (who: "reviewer" | "viewer") => {
    for (const { page, query, count } of await list(house[who])) {
      const at = page === "pipeline" ? "/candidates" : "/ranking";
      const { body } = await house[who].get<CandidatePage | RankingPage>(`${at}?${query}`);
      const bare = page === "ranking" && !query.includes("scope");
      const shownThere =
        bare && "ranked" in body && body.ranked === 0
          ? (await house[who].get<RankingPage>(`/ranking?${query}&scope=mine`)).body
          : body;
      expect({ who, page, query, count }).toEqual({ who, page, query, count: shownThere.count });
    }
  };
  await compare("reviewer");
  await compare("viewer");
  const counts = Object.fromEntries((await list(house.reviewer)).map((v) => [v.name, v.count]));
  expect(counts).toMatchObject({
    "p vertical=law": 4,
    "p archived=true": 1,
    "p q=潮汐 LAW": 1,
    "r scope=team": 0,
    "r scope=mine": 5,
    "r scope=mine&minTotal=90": 1,
  });
  await house.admin.post(`/candidates/${shown.id}/reveal`);
  await compare("reviewer");
  await compare("viewer");
  expect((await list(house.viewer)).find(({ name }) => name === "r")?.count).toBe(1);
});

test("a view that its page can't read any more has no count, and the rest have theirs", async () => {
  await save(house.owner, { name: "six", page: "ranking", query: "weights=1,1,1,1,1,1" });
  const { id } = await save(house.owner, { name: "old", query: "" });
  await save(house.owner, { name: "whole", query: "" });
  await house.sql(`update "View" set query = 'harbour=1' where id = $1`, [id]);
  expect(await list(house.owner)).toMatchObject([
    { name: "old", count: null },
    { name: "six", count: null },
    { name: "whole", count: 0 },
  ]);
});

test("another team's views are absent", async () => {
  await save(house.owner, { shared: true });
  const { body } = await house.owner.post<{ slug: string }>("/teams", { name: "Other" });
  const elsewhere = house.owner.with({ "x-highwater-team": body.slug });
  expect(await list(elsewhere)).toEqual([]);
});
