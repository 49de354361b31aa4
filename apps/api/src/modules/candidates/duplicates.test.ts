import type { Duplicates } from "@highwater/shared/candidates/contract";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const likely = async (query: Record<string, string>) => {
  const answer = await house.viewer.get<Duplicates>(
    `/candidates/duplicates?${new URLSearchParams(query)}`,
  );
  expect(answer.status).toBe(200);
  return answer.body.items.map(({ name, because }) => [name, because]);
};

test("the same site under another spelling of its address is pointed out", async () => {
  await makeCandidate(house.owner, { name: "Tidal", website: "https://www.tidal.example/app/" });
  for (const website of [
    "http://tidal.example/app",
    "HTTPS://TIDAL.example/app/?utm=1#top",
    "tidal.example/app",
  ])
    expect(await likely({ website })).toEqual([["Tidal", "website"]]);
  expect(await likely({ website: "https://tidal.example/other" })).toEqual([]);
});

test("a bare code host is nobody's own site, a path on it is", async () => {
  await makeCandidate(house.owner, { name: "Hosted", website: "https://github.com" });
  await makeCandidate(house.owner, { name: "Repo", website: "https://github.com/a/b" });
  expect(await likely({ website: "https://github.com/" })).toEqual([]);
  expect(await likely({ website: "https://github.com/a/b/" })).toEqual([["Repo", "website"]]);
});

test.each([
  ["Jasperine", "Jasperine.ai"],
  ["Grammarix Inc", "grammarix"],
  ["Counselling Helper", "Counseling Helper"],
  ["讲书猫科技有限公司", "讲书猫"],
  ["老年语音打车助手", "老年语音打车助理"],
  ["Ｎｏｔｉｏｎix", "notionix"],
  ["Élève Studio", "élève studio"],
])("a near-same name is pointed out: %s, %s", async (entered, asked) => {
  await makeCandidate(house.owner, { name: entered });
  expect(await likely({ name: asked })).toEqual([[entered, "name"]]);
});

test("names that only look a little alike are left alone", async () => {
  await makeCandidate(house.owner, { name: "Motionly 3" });
  expect(await likely({ name: "Potionly 3" })).toEqual([]);
  expect(await likely({ name: "Motionly 4" })).toEqual([]);
  expect(await likely({ name: "???" })).toEqual([]);
  expect(await likely({})).toEqual([]);
});

test("neither an archived candidate nor the edited one itself counts", async () => {
  const { id } = await makeCandidate(house.owner, {
    name: "Archivable",
    website: "https://archivable.example",
  });
  const both = { name: "archivable", website: "archivable.example" };
  expect(await likely({ ...both, except: id })).toEqual([]);
  expect(await likely(both)).toHaveLength(1);
  await house.owner.delete(`/candidates/${id}`);
  expect(await likely(both)).toEqual([]);
  await house.owner.post(`/candidates/${id}/restore`);
  expect(await likely(both)).toHaveLength(1);
});

test("the site of another name comes first, and an edit of name or site moves the match", async () => {
  const { id } = await makeCandidate(house.owner, { name: "Before", website: "https://b.example" });
  const { etag } = await house.owner.get(`/candidates/${id}`);
  const patch = { name: "Afterwards", website: "https://a.example" };
  await house.owner.patch(`/candidates/${id}`, patch, { "if-match": etag });
  expect(await likely({ name: "Before", website: "b.example" })).toEqual([]);
  expect(await likely({ name: "Afterwards" })).toEqual([["Afterwards", "name"]]);
  await makeCandidate(house.owner, { name: "Other", website: "https://x.a.example" });
  expect(await likely({ name: "Other", website: "a.example" })).toEqual([
    ["Afterwards", "website"],
    ["Other", "name"],
  ]);
});

test("a duplicate is pointed out, never forbidden", async () => {
  await makeCandidate(house.owner, { name: "Twice" });
  await makeCandidate(house.owner, { name: "Twice" });
  expect(await likely({ name: "twice" })).toHaveLength(2);
});
