import type { Memo } from "@highwater/shared/rounds/frozen";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, sign } from "../../../test/make.js";
import { decideOn, deed, startMeeting, takeUp, vote } from "../../../test/meeting.js";

let house: House;
let id: string;
let shown: string;
beforeAll(async () => {
  house = await openHouse();
  shown = (await makeReviewable(house.owner, { name: "Open harbour", partners: "Acme" })).id;
  const facts = { name: "Sealed harbour", confidential: true };
  const sealed = (await makeReviewable(house.owner, facts)).id;
  const hidden = (await makeReviewable(house.owner, { name: "Blind harbour" })).id;
  const topic = { topic: "Topicword" };
  const meeting = await startMeeting(house.owner, [shown, sealed, hidden], topic);
  id = meeting.id;
  for (const by of [house.owner, house.second, house.viewer]) await by.post(`/rounds/${id}/attend`);
  for (const [at, cid] of [shown, sealed].entries()) {
    const place: [string, string] = [id, meeting.items[at] ?? ""];
    await takeUp(house.owner, id, place[1]);
    await sign(house.owner, cid, [1, 4, 4, 4, 1], "Summaryword");
    await sign(house.second, cid, [4, 4, 4, 4, 1], "Summaryword");
    await deed(house.owner, place, "reveal", "open");
    await deed(house.owner, place, "vote-open", "revealed");
    await vote(house.second, place, "pass", "Dissentword");
    const exception = { reason: "Exceptionword" };
    const said = { from: "voting", outcome: "invest", reason: "Reasonword", exception };
    expectStatus(await decideOn(house.owner, place, said), 200);
  }
  await takeUp(house.owner, id, meeting.items[2] ?? "");
  await sign(house.third, hidden, [0, 0, 0, 0, 5], "Hiddenword");
});
afterAll(() => house.close());

const memo = (by: House["owner"], edition = "internal") =>
  by.get<Memo>(`/rounds/${id}/memo?edition=${edition}`);

test("there is no memo before the close", async () => {
  expect(await memo(house.owner)).toMatchObject({
    status: 409,
    body: { code: "rounds.not_closed" },
  });
});

describe("after the close", () => {
  beforeAll(async () => {
    expectStatus(await house.owner.post(`/rounds/${id}/close`), 200);
  });

  test("the memo says what stood then: weights, ranks, totals, marks, votes, dissent, decision", async () => {
    const { body } = await memo(house.viewer);
    expect(body).toMatchObject({
      ...{
        edition: "internal",
        name: "Tuesday",
        ranked: 2,
        rubric: { version: 1, preset: "balanced" },
      },
      inside: { topic: "Topicword", attendance: ["Olga Owner", "Sven Second", "Vera Viewer"] },
    });
    expect(body.items.map(({ name }) => name)).toEqual([
      ...["Open harbour", "Sealed harbour", "Blind harbour"],
    ]);
    expect(body.items[0]).toMatchObject({
      ...{ revealed: true, rank: 1, reviews: 2, outcome: "invest", tally: { pass: 1 } },
      scores: { habit: { mean: 2.5, median: 2.5, spread: 3, n: 2 } },
      inside: {
        marks: [{ member: { name: "Olga Owner" }, summary: "Summaryword" }, {}],
        dissent: [{ name: "Sven Second", outcome: "pass", reason: "Dissentword" }],
        decision: { reason: "Reasonword", exception: { reason: "Exceptionword" } },
      },
    });
    expect(body.items[0]?.total).toBe(74);
  });

  test("what was hidden then stays out of it", async () => {
    const { body, text } = await memo(house.owner);
    expect(body.items[2]).toMatchObject({ revealed: false, total: null, inside: { marks: [] } });
    expect(text).not.toContain("Hiddenword");
  });

  test("the LP edition holds no name, no reason and no confidential candidate", async () => {
    const { text, body } = await memo(house.owner, "lp");
    expect(body.items.map(({ name }) => name)).toEqual(["Open harbour", "Blind harbour"]);
    expect(body.items[0]).toMatchObject({ outcome: "invest", tally: { pass: 1 }, inside: null });
    expect(text).not.toMatch(/Olga|Sven|Tao|Vera|Sealed|\w+word/);
    for (const by of [house.owner, house.second]) expect(text).not.toContain(by.memberId);
    expect((await memo(house.owner)).text).toMatch(/Olga[\s\S]*Sealed[\s\S]*word/);
  });

  test("nothing later changes it: neither marks nor names nor decisions", async () => {
    const before = await memo(house.viewer);
    await house.owner.delete(`/candidates/${shown}/decision`);
    await sign(house.third, shown, [0, 0, 0, 0, 5]);
    const { etag } = await house.owner.get(`/candidates/${shown}`);
    const name = { name: "Renamed" };
    expectStatus(await house.owner.patch(`/candidates/${shown}`, name, { "if-match": etag }), 200);
    expect((await memo(house.viewer)).text).toBe(before.text);
    expect(await house.owner.post(`/rounds/${id}/close`)).toMatchObject({
      status: 409,
      body: { code: "rounds.closed" },
    });
  });

  test("a recused reader's copy is without the figures of that candidate", async () => {
    await house.second.post(`/candidates/${shown}/recusal`, {});
    const { body } = await memo(house.second);
    expect(body.items[0]).toMatchObject({
      ...{ withheld: true, rank: null, total: null, scores: {}, tally: null, outcome: "invest" },
      inside: { marks: [], votes: [], dissent: [], decision: { exception: null } },
    });
    expect(body.items[1]?.total).not.toBeNull();
  });
});
