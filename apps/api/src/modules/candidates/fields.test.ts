import type { Candidate, CandidateInput } from "@highwater/shared/candidates/contract";
import type { ProblemBody } from "@highwater/shared/kernel/contract";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const tricky = "É 输入法 打车 👩‍🚀🇨🇳 مرحبا \u202Eabc\u202C ẞ e\u0301 \u{1F9EC} \"'<b>&amp;\\%_$1";
const lines = ` ${tricky}\n\n\tsecond line \r\n `;

const everything: Required<CandidateInput> = {
  name: tricky,
  website: "https://example.com/Path?q=1&r=%E4%B8%AD#frag",
  thesis: tricky,
  problem: lines,
  description: lines,
  kind: "startup",
  interface: tricky,
  vertical: "input-method",
  market: "CN",
  buyer: tricky,
  regulatedBuyer: true,
  deployment: "on-prem",
  tags: ["é", "中文", "👩‍🚀", "a b", "A B"],
  positioning: "co-worker",
  painScenarios: [{ name: tricky, frequency: "daily", saving: tricky }],
  moats: ["network", "licence"],
  thinWrapper: true,
  modelStrategy: "public-private",
  qualityNow: 0,
  pathTo90: lines,
  partners: lines,
  people: [{ name: "李雷", role: tricky, link: "http://x.example/", knownBy: null }],
  overlookedInsight: lines,
  source: tricky,
  ownerId: "",
  fields: {},
  confidential: true,
  notes: lines,
};

const enter = (input: unknown) => house.reviewer.post<ProblemBody>("/candidates", input);

test("every field comes back exactly as it was given, in every script", async () => {
  const input = { ...everything, ownerId: house.second.memberId };
  const entered = await house.reviewer.post<Candidate>("/candidates", input);
  expect(entered.status).toBe(201);
  expect(entered.body).toMatchObject(input);
  const read = await house.viewer.get<Candidate>(`/candidates/${entered.body.id}`);
  expect(read.body).toEqual(entered.body);
  const { stage, archivedAt, revealedAt, sample, createdById } = read.body;
  expect({ stage, archivedAt, revealedAt, sample, createdById }).toEqual({
    stage: "inbox",
    archivedAt: null,
    revealedAt: null,
    sample: false,
    createdById: house.reviewer.memberId,
  });
});

test("only the name is required; what is left out is null, false or empty", async () => {
  const { body } = await house.reviewer.post<Candidate>("/candidates", { name: "  Bare  " });
  expect(body).toMatchObject({ name: "Bare", tags: [], people: [], moats: [], painScenarios: [] });
  expect(body).toMatchObject({ regulatedBuyer: false, thinWrapper: false, confidential: false });
  const { website, thesis, qualityNow, ownerId, notes, kind } = body;
  expect([website, thesis, qualityNow, ownerId, notes, kind]).toEqual(Array(6).fill(null));
});

test("a patch changes what it names; null empties a field", async () => {
  const { id } = await makeCandidate(house.reviewer, { thesis: "old", notes: "kept" });
  const { etag } = await house.reviewer.get(`/candidates/${id}`);
  const patch = { thesis: null, qualityNow: 100, tags: ["x", "x", "y"] };
  const edited = await house.reviewer.patch(`/candidates/${id}`, patch, { "if-match": etag });
  expect(edited.body).toMatchObject({ thesis: null, qualityNow: 100, notes: "kept" });
  expect(edited.body).toMatchObject({ tags: ["x", "y"] });
});

describe("what can't be right is refused where it stands", () => {
  const name = "Fine";
  test.each<[string, object, string[]]>([
    ["no name", {}, ["#/name"]],
    ["a name of spaces", { name: "   " }, ["#/name"]],
    ["a name of 10,000 characters", { name: "n".repeat(10_000) }, ["#/name"]],
    ["a name of 201 characters", { name: "名".repeat(201) }, ["#/name"]],
    ["a NUL in the name", { name: "a\u0000b" }, ["#/name"]],
    ["a lone surrogate in the name", { name: "a\uD800b" }, ["#/name"]],
    ["a NUL in the notes", { name, notes: "a\u0000b" }, ["#/notes"]],
    ["a lone surrogate in a tag", { name, tags: ["ok", "\uDC00"] }, ["#/tags/1"]],
    ["notes of spaces", { name, notes: " \n " }, ["#/notes"]],
    ["a website without a scheme", { name, website: "example.com" }, ["#/website"]],
    ["a website that runs a script", { name, website: "javascript:alert(1)" }, ["#/website"]],
    ["a website that is a file", { name, website: "file:///etc/passwd" }, ["#/website"]],
    [
      "a person's link that is no address",
      { name, people: [{ name, link: "x" }] },
      ["#/people/0/link"],
    ],
    ["a quality of 101", { name, qualityNow: 101 }, ["#/qualityNow"]],
    ["a quality of -1", { name, qualityNow: -1 }, ["#/qualityNow"]],
    ["a quality of 59.5", { name, qualityNow: 59.5 }, ["#/qualityNow"]],
    ["a quality in words", { name, qualityNow: "60" }, ["#/qualityNow"]],
    ["an unknown moat", { name, moats: ["luck"] }, ["#/moats/0"]],
    ["an unknown market", { name, market: "EU" }, ["#/market"]],
    ["a truth in words", { name, thinWrapper: "no" }, ["#/thinWrapper"]],
    ["an unknown property", { name, nmae: "typo", "a/b~c": 1 }, ["#/nmae", "#/a~1b~0c"]],
    [
      "a property of ours",
      { name, stage: "decided", revealedAt: null },
      ["#/stage", "#/revealedAt"],
    ],
    ["a person with an unknown property", { name, people: [{ name, age: 3 }] }, ["#/people/0/age"]],
    ["an owner who is nobody", { name, ownerId: crypto.randomUUID() }, ["#/ownerId"]],
    ["51 tags", { name, tags: Array.from({ length: 51 }, (_, n) => `t${n}`) }, ["#/tags"]],
  ])("%s", async (_, input, pointers) => {
    const { status, body } = await enter(input);
    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(body.errors?.every(({ message }) => message.length > 5)).toBe(true);
  });

  test("a list in place of a candidate", async () => {
    expect((await enter([])).status).toBe(422);
    expect((await enter("null")).status).toBe(422);
  });

  test("nothing of it was stored", async () => {
    expect(await house.sql('select 1 from "Candidate" where name = $1', [name])).toEqual([]);
  });
});

describe("the longest that is allowed is kept", () => {
  test("a name of 200 and a description of 20,000 characters", async () => {
    const input = { name: "名".repeat(200), description: "描".repeat(20_000) };
    const { id } = await makeCandidate(house.reviewer, input);
    expect((await house.viewer.get(`/candidates/${id}`)).body).toMatchObject(input);
  });
});
