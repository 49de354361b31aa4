import type { BulkReport, Candidate } from "@highwater/shared/candidates/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type By = House["owner"];
type Refusal = { code: string; errors?: { pointer: string; code: string }[] };
const bulk = (by: By, input: object) => by.post<BulkReport & Refusal>("/candidates/bulk", input);
const undo = (by: By, id: string) => by.post<BulkReport & Refusal>(`/candidates/bulk/${id}/undo`);
const read = async (id: string) => (await house.viewer.get<Candidate>(`/candidates/${id}`)).body;
const codes = ({ skipped }: BulkReport) => Object.fromEntries(skipped.map((s) => [s.id, s.code]));
const done = async (input: object, by = house.reviewer) => expectStatus(await bulk(by, input), 200);

describe("candidates by id", () => {
  test("change together; what can't take the change is named, whole as it was", async () => {
    const { id: fresh } = await makeCandidate(house.reviewer, { tags: ["kept", "old"] });
    const { id: there } = await makeReviewable(house.reviewer);
    const { id: archived } = await makeCandidate(house.reviewer);
    await house.owner.delete(`/candidates/${archived}`);
    const { id: decided } = await makeCandidate(house.reviewer);
    await house.reviewer.post(`/candidates/${decided}/decision`, { outcome: "pass" });
    const { id: merged } = await makeCandidate(house.reviewer);
    const into = { into: there, facts: {} };
    expectStatus(await house.reviewer.post(`/candidates/${merged}/merge`, into), 201);
    const absent = crypto.randomUUID();
    const ids = [fresh, fresh, there, archived, decided, merged, absent];
    const change = { stage: "screening", addTags: ["hot", "kept", "hot"], removeTags: ["old"] };
    const report = await done({ ids, change });
    expect(report.changed).toBe(2);
    expect(codes(report)).toEqual({
      [archived]: "candidates.archived",
      [decided]: "stages.not_allowed",
      [merged]: "merges.merged_away",
      [absent]: "missing",
    });
    expect(report.skipped.every(({ reason }) => reason.length > 10)).toBe(true);
    expect(await read(fresh)).toMatchObject({ stage: "screening", tags: ["kept", "hot"] });
    expect(await read(there)).toMatchObject({ stage: "screening", tags: ["hot", "kept"] });
    expect(await read(decided)).toMatchObject({ stage: "decided", tags: [] });
    expect(codes(await done({ ids: [fresh], change }))).toEqual({
      [fresh]: "candidates.unchanged",
    });
    const filed = await house.sql(
      `select verb, after from "Activity" where "subjectId" = $1 and verb like 'candidates.bulk%'`,
      [report.id],
    );
    expect(filed).toEqual([
      { verb: "candidates.bulk_edited", after: { change, changed: 2, skipped: 4 } },
    ]);
  });

  test("sent again under one key, the change is made once and undone once", async () => {
    const { id } = await makeCandidate(house.reviewer, { tags: ["before"] });
    const send = () =>
      house.reviewer.post<BulkReport>(
        "/candidates/bulk",
        { ids: [id], change: { removeTags: ["before"] } },
        { "idempotency-key": `bulk ${id}` },
      );
    const first = await send();
    expect(first.body.changed).toBe(1);
    expect((await send()).body).toEqual(first.body);
    expect((await undo(house.reviewer, first.body.id)).body.changed).toBe(1);
    expect((await read(id)).tags).toEqual(["before"]);
  });

  test("a move withdraws a decision, and its undo restores it", async () => {
    const { id } = await makeCandidate(house.reviewer);
    await house.reviewer.post(`/candidates/${id}/decision`, { outcome: "pass" });
    const before = await read(id);
    const report = await done({ ids: [id], change: { stage: "review" } });
    expect(await read(id)).toMatchObject({ stage: "review", decision: null });
    expect((await undo(house.reviewer, report.id)).body).toEqual({
      id: report.id,
      changed: 1,
      skipped: [],
    });
    expect({ ...(await read(id)), updatedAt: "" }).toEqual({ ...before, updatedAt: "" });
  });

  test("nothing is changed where the input is wrong, nor by a viewer", async () => {
    const { id } = await makeCandidate(house.reviewer, { vertical: "legal" });
    const ids = [id];
    const ownerId = crypto.randomUUID();
    const wrong: [object, string][] = [
      [{ ids, change: { vertical: "hr", ownerId } }, "#/change/ownerId"],
      [{ ids, change: {} }, "#/change"],
      [{ ids, filter: {}, change: { vertical: "hr" } }, "#/ids"],
      [{ change: { vertical: "hr" } }, "#/ids"],
      [{ ids, change: { vertical: "hr", name: "x" } }, "#/change/name"],
    ];
    for (const [input, pointer] of wrong)
      expect(await bulk(house.reviewer, input)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      });
    expect((await bulk(house.viewer, { ids, change: { vertical: "hr" } })).status).toBe(403);
    expect((await read(id)).vertical).toBe("legal");
  });
});

describe("a whole filter", () => {
  test("10,000 candidates change and go back within seconds; archived ones stay", async () => {
    await house.sql(
      `insert into "Candidate" ("teamId", id, name, "nameKey", vertical, "archivedAt", "updatedAt")
       select (select id from "Team" limit 1), gen_random_uuid(), 'Mass ' || n, 'mass' || n,
              case when n <= 10010 then 'mass' else 'more' end,
              case when n between 10001 and 10010 then now() end, now() from generate_series(1, 50011) n`,
    );
    const tagged = () =>
      house.sql(`select count(*)::int as n from "Candidate" where tags = '{bulk}'`);
    const change = { addTags: ["bulk"], ownerId: house.second.memberId };
    expect(await bulk(house.reviewer, { filter: { q: "mass" }, change })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/filter", code: "candidates.bulk_too_many" }] },
    });
    expect(await tagged()).toEqual([{ n: 0 }]);
    const begun = Date.now();
    const report = await done({ filter: { vertical: "mass", q: "mass" }, change });
    expect(report).toMatchObject({ changed: 10_000, skipped: [] });
    expect(await tagged()).toEqual([{ n: 10_000 }]);
    expect((await undo(house.reviewer, report.id)).body).toMatchObject({ changed: 10_000 });
    expect(Date.now() - begun).toBeLessThan(15_000);
    expect(await tagged()).toEqual([{ n: 0 }]);
  }, 60_000);
});

describe("undo", () => {
  test("leaves what somebody has edited since, and goes only once", async () => {
    const { id: edited } = await makeCandidate(house.reviewer, { vertical: "legal" });
    const { id: noted } = await makeCandidate(house.reviewer, { vertical: "legal" });
    const { id, changed } = await done({ ids: [edited, noted], change: { vertical: "hr" } });
    expect(changed).toBe(2);
    const patch = async (at: string, facts: object) => {
      const { etag } = await house.second.get(`/candidates/${at}`);
      expectStatus(await house.second.patch(`/candidates/${at}`, facts, { "if-match": etag }), 200);
    };
    await patch(edited, { vertical: "biotech" });
    await patch(noted, { notes: "Something else" });
    expect(await undo(house.second, id)).toMatchObject({
      status: 403,
      body: { code: "candidates.bulk_another" },
    });
    const { body } = await undo(house.admin, id);
    expect(body.changed).toBe(1);
    expect(codes(body)).toEqual({ [edited]: "candidates.edited_since" });
    expect((await read(edited)).vertical).toBe("biotech");
    expect(await read(noted)).toMatchObject({ vertical: "legal", notes: "Something else" });
    expect(await undo(house.reviewer, id)).toMatchObject({
      status: 409,
      body: { code: "candidates.bulk_undone" },
    });
    expect((await undo(house.reviewer, crypto.randomUUID())).status).toBe(404);
  });

  test("archiving goes back, but not after somebody restored it", async () => {
    const { id } = await makeCandidate(house.reviewer);
    const first = await done({ ids: [id], change: { archived: true } });
    expect((await read(id)).archivedAt).not.toBeNull();
    expect((await undo(house.reviewer, first.id)).body.changed).toBe(1);
    expect((await read(id)).archivedAt).toBeNull();
    const second = await done({ ids: [id], change: { archived: true } });
    await house.second.post(`/candidates/${id}/restore`);
    expect(codes((await undo(house.reviewer, second.id)).body)).toEqual({
      [id]: "candidates.edited_since",
    });
  });
});

test("a bulk edit of hidden candidates tells the blind nothing", async () => {
  const { id: low } = await makeReviewable(house.reviewer);
  const { id: high } = await makeReviewable(house.reviewer);
  await sign(house.second, low, [0, 0, 0, 0, 5]);
  await sign(house.second, high, [5, 5, 5, 5, 0]);
  const report = await done({ ids: [low, high], change: { stage: "discussion" } });
  expect(report.changed).toBe(2);
  for (const id of [low, high]) {
    expect(await read(id)).toMatchObject({ stage: "discussion", revealedAt: null });
    const { text } = await house.third.get(`/candidates/${id}/reviews`);
    expect(text).not.toContain("As I see it");
  }
});
