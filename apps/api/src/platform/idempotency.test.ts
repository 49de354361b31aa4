import type { Candidate } from "@highwater/shared/candidates/contract";
import { type House, openHouse } from "../../test/house.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const enter = (key: string, name: string, by = house.reviewer) =>
  by.post<Candidate>("/candidates", { name }, { "idempotency-key": key });
const called = (name: string) =>
  house.sql('select id from "Candidate" where name = $1', [name]).then((rows) => rows.length);

describe("a retry under the same Idempotency-Key", () => {
  test("is answered as the first was, byte for byte, and makes nothing", async () => {
    const first = await enter("retry", "Once");
    const again = await enter("retry", "Once");
    expect(first.status).toBe(201);
    expect(again).toMatchObject({ status: 201, text: first.text, etag: first.etag });
    expect(await called("Once")).toBe(1);
  });

  test("leaves one entry in the journal", async () => {
    const { id } = (await enter("journal", "Recorded")).body;
    await enter("journal", "Recorded");
    const entries = await house.sql('select verb from "Activity" where "candidateId" = $1', [id]);
    expect(entries).toEqual([{ verb: "candidates.entered" }]);
  });

  test("of sixteen at once one makes it, and all who are answered get the same", async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => enter("rush", "Rush")));
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(new Set(ids).size).toBe(1);
    expect(await called("Rush")).toBe(1);
    expect((await enter("rush", "Rush")).body.id).toBe(ids[0]);
  });

  test("with another body is refused, and makes nothing", async () => {
    await enter("reused", "Original");
    expect(await enter("reused", "Impostor")).toMatchObject({
      status: 422,
      body: { code: "idempotency.reused" },
    });
    expect(await called("Impostor")).toBe(0);
  });

  test("for another route is refused", async () => {
    const { id } = (await enter("route", "Routed")).body;
    const trial = { task: "t", grade: 1, on: "2026-01-01" };
    const answer = await house.reviewer.post(`/candidates/${id}/trials`, trial, {
      "idempotency-key": "route",
    });
    expect(answer).toMatchObject({ status: 422, body: { code: "idempotency.reused" } });
  });

  test("of somebody else is another request", async () => {
    const mine = await enter("shared-key", "Shared");
    const theirs = await enter("shared-key", "Shared", house.second);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  test("after a refusal may still succeed", async () => {
    expect((await enter("mended", " ")).status).toBe(422);
    expect((await enter("mended", "Mended")).status).toBe(201);
  });

  test("that is empty or too long is refused", async () => {
    expect((await enter("k".repeat(201), "Long key")).status).toBe(422);
    expect((await enter("k".repeat(200), "Just right")).status).toBe(201);
  });
});

test("without a key every request makes its own", async () => {
  const post = () => house.reviewer.post("/candidates", { name: "Keyless" });
  await post();
  await post();
  expect(await called("Keyless")).toBe(2);
});
