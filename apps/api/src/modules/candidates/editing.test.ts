import type { Candidate } from "@highwater/shared/candidates/contract";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const at = (id: string) => `/candidates/${id}`;
const edit = (id: string, patch: object, etag?: string) =>
  house.reviewer.patch<Candidate>(at(id), patch, etag ? { "if-match": etag } : {});

describe("an edit starts from what its author has seen", () => {
  test("without If-Match it is refused with 428, and changes nothing", async () => {
    const { id } = await makeCandidate(house.owner);
    expect(await edit(id, { thesis: "blind" })).toMatchObject({
      status: 428,
      body: { code: "precondition_required" },
    });
    expect((await house.owner.get(at(id))).body).toMatchObject({ thesis: null });
  });

  test("with a stale one it is refused with 412 and the current version", async () => {
    const { id } = await makeCandidate(house.owner);
    const seen = await house.owner.get(at(id));
    expect((await edit(id, { thesis: "first" }, seen.etag)).status).toBe(200);
    const late = await edit(id, { thesis: "second" }, seen.etag);
    const current = await house.owner.get(at(id));
    expect(late).toMatchObject({ status: 412, body: { current: current.body } });
    expect(current.body).toMatchObject({ thesis: "first" });
  });

  test("the ETag of an answer carries the next edit, time after time", async () => {
    const { id } = await makeCandidate(house.owner);
    let { etag } = await house.owner.get(at(id));
    for (const thesis of ["one", "two", "three"]) {
      const edited = await edit(id, { thesis }, etag);
      expect(edited.status).toBe(200);
      expect(edited.etag).toBe((await house.owner.get(at(id))).etag);
      ({ etag } = edited);
    }
  });

  test("the ETag of an entered candidate carries its first edit", async () => {
    const entered = await house.reviewer.post<Candidate>("/candidates", { name: "Fresh" });
    expect((await edit(entered.body.id, { thesis: "t" }, entered.etag)).status).toBe(200);
  });

  test("a weak tag, a list of tags and * match as RFC 9110 says", async () => {
    const { id } = await makeCandidate(house.owner);
    const { etag } = await house.owner.get(at(id));
    const listed = await edit(id, { thesis: "listed" }, `"nonsense", ${etag}`);
    expect(listed.status).toBe(200);
    expect((await edit(id, { thesis: "any" }, "*")).status).toBe(200);
    expect((await edit(id, { thesis: "none" }, '"nonsense"')).status).toBe(412);
  });

  test("of sixteen edits at once from one version exactly one wins", async () => {
    const { id } = await makeCandidate(house.owner);
    const { etag } = await house.owner.get(at(id));
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => edit(id, { thesis: `thesis ${n}` }, etag)),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(15).fill(412)]);
    expect((await house.owner.get(at(id))).body).toEqual(won[0]?.body);
  });
});

describe("what hasn't changed is not sent again", () => {
  test("304 for the version that one has, without a body", async () => {
    const { id } = await makeCandidate(house.owner);
    const { etag } = await house.owner.get(at(id));
    const again = await house.owner.get(at(id), { "if-none-match": etag });
    expect(again).toMatchObject({ status: 304, text: "", etag });
    expect((await house.owner.get(at(id), { "if-none-match": `W/${etag}` })).status).toBe(304);
    expect((await house.owner.get(at(id), { "if-none-match": '"old"' })).status).toBe(200);
  });

  test("200 once it has changed", async () => {
    const { id } = await makeCandidate(house.owner);
    const { etag } = await house.owner.get(at(id));
    await edit(id, { thesis: "new" }, etag);
    expect((await house.owner.get(at(id), { "if-none-match": etag })).status).toBe(200);
  });

  test("answers are private", async () => {
    const { headers } = await house.owner.get("/candidates");
    expect(headers.get("cache-control")).toMatch(/private/);
  });
});

describe("an archived candidate", () => {
  test("leaves the lists, is found among the archived, and comes back whole", async () => {
    const { id, name } = await makeCandidate(house.owner, { thesis: "kept" });
    const before = (await house.owner.get<Candidate>(at(id))).body;
    const archived = await house.reviewer.delete<Candidate>(at(id));
    expect(archived).toMatchObject({ status: 200, body: { id, archivedAt: expect.any(String) } });
    const listed = async (query: string) =>
      (await house.owner.get<{ items: Candidate[] }>(`/candidates?q=${name}${query}`)).body.items;
    expect(await listed("")).toEqual([]);
    expect(await listed("&archived=true")).toHaveLength(1);
    const restored = await house.reviewer.post<Candidate>(`${at(id)}/restore`);
    expect(restored.body).toMatchObject({ archivedAt: null, thesis: "kept" });
    expect(await listed("")).toHaveLength(1);
    expect(restored.body).toEqual({ ...before, updatedAt: restored.body.updatedAt });
  });

  test("is archived and restored once, however often one asks", async () => {
    const { id } = await makeCandidate(house.owner);
    const first = await house.owner.delete<Candidate>(at(id));
    expect((await house.owner.delete<Candidate>(at(id))).body).toEqual(first.body);
    await house.owner.post(`${at(id)}/restore`);
    expect((await house.owner.post(`${at(id)}/restore`)).status).toBe(200);
  });

  test("stays readable at its address, for links that were sent", async () => {
    const { id } = await makeCandidate(house.owner);
    await house.owner.delete(at(id));
    expect((await house.viewer.get(at(id))).status).toBe(200);
  });
});

describe("an address that leads nowhere", () => {
  test("an unknown id is missing, a malformed one is pointed at", async () => {
    expect((await house.owner.get(at(crypto.randomUUID()))).status).toBe(404);
    expect(await house.owner.get(at("1"))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/id" }] },
    });
    expect((await house.owner.get(at("%00"))).status).toBeLessThan(500);
  });
});

describe("moving through the stages by hand", () => {
  test("goes both ways, but never to decided, and an unknown stage is pointed at", async () => {
    const { id } = await makeCandidate(house.owner);
    const move = (stage: string) => house.reviewer.post(`${at(id)}/stage`, { stage });
    for (const stage of ["screening", "review", "inbox", "discussion", "review"])
      expect(await move(stage)).toMatchObject({ status: 200, body: { stage } });
    expect(await move("decided")).toMatchObject({
      status: 409,
      body: { code: "stages.not_allowed" },
    });
    expect(await move("limbo")).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/stage" }] },
    });
    expect((await house.owner.get(at(id))).body).toMatchObject({ stage: "review" });
  });

  test("by many at once ends in one of their stages, and never fails", async () => {
    const { id } = await makeCandidate(house.owner);
    const answers = await Promise.all(
      ["screening", "review", "discussion", "screening", "review"].map((stage) =>
        house.reviewer.post(`${at(id)}/stage`, { stage }),
      ),
    );
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
  });
});

describe("trials", () => {
  const trial = { task: "Fill in a form", grade: 60, on: "2026-02-28" };
  const of = (id: string) => `${at(id)}/trials`;

  test("stand under their candidate with who tried and when, newest first", async () => {
    const { id } = await makeCandidate(house.owner);
    const made = await house.reviewer.post(of(id), trial);
    expect(made).toMatchObject({
      status: 201,
      body: { ...trial, status: "first-hand", by: { name: "Rosa Reviewer" } },
    });
    await house.second.post(of(id), { ...trial, on: "2026-03-01", status: "hearsay" });
    expect((await house.viewer.get(of(id))).body).toMatchObject({
      items: [{ on: "2026-03-01" }, { on: "2026-02-28" }],
    });
  });

  test.each([
    [{ ...trial, grade: 101 }, "#/grade"],
    [{ ...trial, grade: -1 }, "#/grade"],
    [{ ...trial, on: "2026-02-30" }, "#/on"],
    [{ ...trial, status: "rumour" }, "#/status"],
    [{ ...trial, task: " " }, "#/task"],
  ])("%j is refused at %s", async (input, pointer) => {
    const { id } = await makeCandidate(house.owner);
    expect(await house.reviewer.post(of(id), input)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
  });

  test("are removed by their author or an admin, and by nobody else", async () => {
    const { id } = await makeCandidate(house.owner);
    const record = async () => (await house.reviewer.post<{ id: string }>(of(id), trial)).body.id;
    const first = await record();
    expect((await house.second.delete(`${of(id)}/${first}`)).status).toBe(403);
    expect((await house.reviewer.delete(`${of(id)}/${first}`)).status).toBe(204);
    expect((await house.admin.delete(`${of(id)}/${await record()}`)).status).toBe(204);
    expect((await house.reviewer.delete(`${of(id)}/${first}`)).status).toBe(404);
  });
});
