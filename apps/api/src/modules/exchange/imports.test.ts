import type { Candidate, CandidatePage } from "@highwater/shared/candidates/contract";
import type { Import } from "@highwater/shared/exchange/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import {
  begin,
  check,
  checked,
  commit,
  rowsOf,
  settled,
  undo,
  upload,
} from "../../../test/import.js";
import { makeCandidate } from "../../../test/make.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const list = async (by: Client, query = "") =>
  expectStatus(await by.get<CandidatePage>(`/candidates?limit=200${query}`), 200);

/** So many products in the form of a list that people keep. */
const products = (count: number) =>
  [
    "section,subsection,name,url,description",
    ...Array.from(
      { length: count },
      (_, at) =>
        `Text,"Copy, writing",Product ${numeral(at)},https://product-${at}.example,Says “${at}”`,
    ),
  ].join("\r\n");

/** Names that are not spelled nearly the same. */
const numeral = (at: number) => [...String(at)].map((digit) => words[Number(digit)]).join(" ");
const words = [
  "Nil",
  "Umbra",
  "Dune",
  "Trefoil",
  "Quartz",
  "Fjord",
  "Sextant",
  "Heron",
  "Otter",
  "Nimbus",
];

test("a list comes in by the proposed mapping, comes in no second time, and goes again", async () => {
  const { reviewer } = house;
  const dry = await checked(reviewer, "products.csv", products(200));
  expect(dry.shape.columns.map(({ header, proposal }) => [header, proposal])).toEqual([
    ["section", "skip"],
    ["subsection", "skip"],
    ["name", "name"],
    ["url", "website"],
    ["description", "description"],
  ]);
  expect(dry).toMatchObject({ state: "checked", report: { rows: 200, ready: 200, errors: 0 } });
  expect((await list(reviewer)).count).toBe(0);
  expect(expectStatus(await reviewer.get<{ items: unknown[] }>("/fields"), 200).items).toEqual([]);

  const done = await commit(reviewer, dry.id);
  expect(done).toMatchObject({ state: "committed", report: { added: 200, merged: 0, failed: 0 } });
  const { count, items } = await list(reviewer, "&sort=createdAt");
  expect(count).toBe(200);
  const seventh = items.find(({ name }) => name === "Product Heron");
  expect(seventh).toMatchObject({
    website: "https://product-7.example",
    description: "Says “7”",
    stage: "inbox",
    fields: { section: "Text", subsection: "Copy, writing" },
  });

  const again = await checked(reviewer, "products.csv", products(200));
  expect(again.shape.columns.map(({ proposal }) => proposal).slice(0, 2)).toEqual([
    "fields.section",
    "fields.subsection",
  ]);
  expect(again.report).toMatchObject({ ready: 0, duplicates: 200 });
  expect((await commit(reviewer, again.id)).report).toMatchObject({ added: 0, skipped: 200 });
  expect((await list(reviewer)).count).toBe(200);

  expect((await undo(reviewer, dry.id)).report).toMatchObject({ undone: 200, left: [] });
  expect((await list(reviewer)).count).toBe(0);
});

test("a check names facts and team fields apart; no field is made that no row would fill", async () => {
  const { reviewer } = house;
  await makeCandidate(reviewer, { name: "Jasper", problem: "Blank pages" });
  const file = "name,problem,source of it,notes\nJasper,Blank pages,a friend,\n";
  const { id } = await begin(reviewer, "one.csv", file);
  const mapping = ["name", "problem", "new:text:source", "new:text:notes"];
  await check(reviewer, id, { mapping });
  const { items } = await rowsOf(reviewer, id, "duplicate");
  expect(items[0]?.facts).toEqual({ problem: "Blank pages", fields: { new_2: "a friend" } });
  expect(items[0]?.match?.facts).toMatchObject({ problem: "Blank pages", fields: {} });
  await commit(reviewer, id);
  const fields = async () =>
    expectStatus(await reviewer.get<{ items: { name: string }[] }>("/fields"), 200).items;
  expect(await fields()).toEqual([]);

  const kept = await begin(reviewer, "one.csv", file);
  await check(reviewer, kept.id, { mapping });
  expect((await commit(reviewer, kept.id, "keep")).report).toMatchObject({ added: 1 });
  expect((await fields()).map(({ name }) => name)).toEqual(["source"]);
});

test("one bad row of 201 stays out, and the file of errors says why", async () => {
  const { reviewer } = house;
  const bad = `${products(200)}\r\nText,Other,,https://nameless.example,No name`;
  const dry = await checked(reviewer, "products.csv", bad);
  expect(dry.report).toMatchObject({ rows: 201, ready: 200, errors: 1 });
  const { items } = await rowsOf(reviewer, dry.id, "error");
  expect(items).toMatchObject([{ row: 202, errors: [{ row: 202, column: "name" }] }]);
  expect((await commit(reviewer, dry.id)).report).toMatchObject({ added: 200, failed: 1 });
  const { text } = await reviewer.get(`/imports/${dry.id}/errors.csv`);
  expect(text).toBe("row,column,value,reason\r\n202,name,,The row has no name. Write one.\r\n");
});

test("what stands in the pipeline is shown beside the row, and merged, kept or skipped as said", async () => {
  const { reviewer } = house;
  const jasper = await makeCandidate(reviewer, {
    name: "Jasper",
    website: "https://jasper.ai",
    tags: ["seo"],
  });
  await makeCandidate(reviewer, { name: "Notion" });
  await makeCandidate(reviewer, { name: "Copy.ai" });
  const file = [
    "name,website,thesis,tags",
    "Jasper AI,https://www.jasper.ai/,Writes copy,writing",
    "notion,,Notes that write,",
    "Copy.ai,,,",
    "Fresh,,,",
    "Fresh,,,",
  ].join("\n");
  const dry = await checked(reviewer, "mine.csv", file);
  expect(dry.report).toMatchObject({ ready: 1, duplicates: 4 });
  const { items } = await rowsOf(reviewer, dry.id, "duplicate");
  expect(items.map(({ row, because, match }) => [row, because, match?.name, match?.row])).toEqual([
    [2, "website", "Jasper", null],
    [3, "name", "Notion", null],
    [4, "name", "Copy.ai", null],
    [6, "name", "Fresh", 5],
  ]);
  for (const [row, choice] of [
    [2, "merge"],
    [3, "keep"],
  ] as const)
    expectStatus(await reviewer.patch(`/imports/${dry.id}/rows/${row}`, { choice }), 200);
  const decided = expectStatus(await reviewer.get<Import>(`/imports/${dry.id}`), 200);
  expect(decided.chosen).toEqual({ skip: 0, merge: 1, keep: 1 });
  const done = await commit(reviewer, dry.id);
  expect(done.report).toMatchObject({ added: 2, merged: 1, skipped: 2 });
  const merged = expectStatus(await reviewer.get<Candidate>(`/candidates/${jasper.id}`), 200);
  expect(merged).toMatchObject({ name: "Jasper", thesis: "Writes copy", tags: ["seo", "writing"] });
  expect((await list(reviewer)).count).toBe(5);
});

test("undo takes back merges, and leaves what somebody has worked on", async () => {
  const { reviewer, second } = house;
  const old = await makeCandidate(reviewer, { name: "Jasper", tags: ["seo"] });
  const other = await makeCandidate(reviewer, { name: "Notion" });
  const file = "name,thesis,tags\nJasper,Writes copy,writing\nNotion,Notes,\nOne,,\nTwo,,\nThree,,";
  const dry = await checked(reviewer, "mine.csv", file);
  const done = await commit(reviewer, dry.id, "merge");
  expect(done.report).toMatchObject({ added: 3, merged: 2 });
  const { items } = await list(reviewer, `&import=${dry.id}`);
  expect(items.map(({ name }) => name).sort()).toEqual(["One", "Three", "Two"]);
  const edit = async (id: string, patch: object) => {
    const { etag } = await second.get(`/candidates/${id}`);
    expectStatus(await second.patch(`/candidates/${id}`, patch, { "if-match": etag }), 200);
  };
  const two = items.find(({ name }) => name === "Two");
  await edit(two?.id ?? "", { thesis: "Worth keeping" });
  await edit(other.id, { thesis: "My own words" });

  const undone = await undo(reviewer, dry.id);
  expect(undone).toMatchObject({
    state: "undone",
    report: { undone: 2, left: [{ id: two?.id, name: "Two", reason: "edited" }] },
  });
  expect((await list(reviewer)).items.map(({ name }) => name).sort()).toEqual([
    "Jasper",
    "Notion",
    "Two",
  ]);
  const facts = async (id: string) =>
    expectStatus(await reviewer.get<Candidate>(`/candidates/${id}`), 200);
  expect(await facts(old.id)).toMatchObject({ thesis: null, tags: ["seo"] });
  expect(await facts(other.id)).toMatchObject({ thesis: "My own words" });
  const twice = await reviewer.post(`/imports/${dry.id}/undo`);
  expect(twice).toMatchObject({ status: 409, body: { code: "imports.state" } });
});

test("two at once wait in line; who waits may be cancelled; the viewer may look at none", async () => {
  const { reviewer, second, viewer } = house;
  const [one, two] = [
    await begin(reviewer, "a.csv", products(2_000)),
    await begin(second, "b.csv", products(50)),
  ];
  const mapping = one.shape.columns.map(({ proposal }) => proposal);
  expectStatus(await reviewer.post(`/imports/${one.id}/check`, { mapping }), 200);
  const waiting = expectStatus(
    await second.post<Import>(`/imports/${two.id}/check`, { mapping }),
    200,
  );
  expect(waiting).toMatchObject({ state: "checking", progress: { ahead: 1 } });
  expect(expectStatus(await second.post<Import>(`/imports/${two.id}/cancel`), 200).state).toBe(
    "cancelled",
  );
  expect((await settled(reviewer, one.id)).report).toMatchObject({ ready: 2_000 });
  expect((await check(second, two.id, { mapping })).report).toMatchObject({ ready: 50 });
  expect((await viewer.get(`/imports/${one.id}`)).status).toBe(403);
  expect((await upload(viewer, "a.csv", "name\nA")).status).toBe(403);
});

test("the mapping is refused where it names nothing, names twice, or names no name", async () => {
  const { reviewer } = house;
  const { id } = await begin(reviewer, "mine.csv", "name,url\nA,a.example");
  const refused = async (mapping: string[]) => {
    const { status, body } = await reviewer.post<{ errors: { pointer: string; code: string }[] }>(
      `/imports/${id}/check`,
      { mapping },
    );
    expect(status).toBe(422);
    return body.errors[0];
  };
  expect(await refused(["skip", "website"])).toMatchObject({ code: "imports.no_name" });
  expect(await refused(["name", "name"])).toMatchObject({
    pointer: "#/mapping/1",
    code: "imports.taken_twice",
  });
  expect(await refused(["name", "fields.nothing"])).toMatchObject({
    pointer: "#/mapping/1",
    code: "imports.target",
  });
  expect(await refused(["name", "createdAt"])).toMatchObject({ code: "imports.target" });
});
