import type { Candidate } from "@highwater/shared/candidates/contract";
import type { Watches } from "@highwater/shared/stages/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, moveTo, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type By = House["owner"];
const at = (id: string) => `/candidates/${id}`;
const decide = (by: By, id: string, input: object, headers = {}) =>
  by.post<Candidate>(`${at(id)}/decision`, input, headers);
const withdraw = (by: By, id: string, query = "") =>
  by.delete<Candidate>(`${at(id)}/decision${query}`);
const stageOf = async (id: string) => (await house.viewer.get<Candidate>(at(id))).body;
const standing = (id: string) =>
  house.sql(
    'select outcome::text from "Decision" where "candidateId" = $1 and "withdrawnAt" is null',
    [id],
  );
const activity = (id: string) =>
  house.sql(
    `select verb, before, after from "Activity" where "candidateId" = $1 and verb like 'stages.%' order by id`,
    [id],
  );
const today = async (days = 0) =>
  (await house.sql("select to_char(current_date + $1::int, 'YYYY-MM-DD') as day", [days]))[0]?.day;

describe("a decision", () => {
  test("makes the candidate decided, says why, by whom and when; a watch gets 90 days", async () => {
    const { id } = await makeCandidate(house.owner);
    const watched = await decide(house.reviewer, id, {
      outcome: "watch",
      reason: "Too early",
      trigger: "A paying customer",
    });
    expect(watched).toMatchObject({
      status: 200,
      body: {
        stage: "decided",
        decision: {
          outcome: "watch",
          reason: "Too early",
          trigger: "A paying customer",
          nextLook: await today(90),
          by: { name: "Rosa Reviewer" },
          at: expect.any(String),
        },
      },
    });
    expect(await stageOf(id)).toEqual(watched.body);
    expect(await activity(id)).toEqual([
      {
        verb: "stages.decided",
        before: { stage: "inbox", outcome: null },
        after: expect.objectContaining({ outcome: "watch", reason: "Too early" }),
      },
    ]);
  });

  test("takes the place of the one before, which stays on record; both return to the first stage", async () => {
    const { id } = await makeCandidate(house.owner);
    await moveTo(house.owner, id, "screening");
    await decide(house.reviewer, id, { outcome: "watch", nextLook: "2031-05-06" });
    const passed = await decide(house.second, id, { outcome: "pass", reason: "No pain" });
    expect(passed.body.decision).toMatchObject({ outcome: "pass", nextLook: null, trigger: null });
    expect(await standing(id)).toEqual([{ outcome: "pass" }]);
    expect(await withdraw(house.owner, id)).toMatchObject({
      status: 200,
      body: { stage: "screening", decision: null },
    });
    expect(await withdraw(house.owner, id)).toMatchObject({
      status: 409,
      body: { code: "stages.undecided" },
    });
    expect((await activity(id)).map(({ verb }) => verb)).toEqual([
      "stages.moved",
      "stages.decided",
      "stages.decided",
      "stages.withdrawn",
    ]);
  });

  test("stands no more once the candidate is moved to Discussion by hand", async () => {
    const { id } = await makeCandidate(house.owner);
    await decide(house.reviewer, id, { outcome: "pass" });
    expect(await house.reviewer.post(`${at(id)}/stage`, { stage: "inbox" })).toMatchObject({
      status: 409,
      body: { code: "stages.not_allowed" },
    });
    expect(await stageOf(id)).toMatchObject({ stage: "decided", decision: { outcome: "pass" } });
    expect(await moveTo(house.second, id, "discussion")).toMatchObject({ decision: null });
    expect(await standing(id)).toEqual([]);
  });

  test("is undone by its own maker's undo, never another's", async () => {
    const { id } = await makeCandidate(house.owner);
    await decide(house.reviewer, id, { outcome: "pass" });
    await decide(house.second, id, { outcome: "watch" });
    expect(await withdraw(house.reviewer, id, "?mine=true")).toMatchObject({
      status: 409,
      body: { code: "stages.raced" },
    });
    expect(await standing(id)).toEqual([{ outcome: "watch" }]);
    expect(await withdraw(house.second, id, "?mine=true")).toMatchObject({
      body: { stage: "inbox" },
    });
  });

  test.each([
    [{ outcome: "pass", nextLook: "2030-01-01" }, "#/nextLook"],
    [{ outcome: "watch", nextLook: "2030-02-30" }, "#/nextLook"],
    [{ outcome: "maybe" }, "#/outcome"],
  ])("%j is refused at %s", async (input, pointer) => {
    const { id } = await makeCandidate(house.owner);
    expect(await decide(house.reviewer, id, input)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
    expect(await stageOf(id)).toMatchObject({ stage: "inbox", decision: null });
  });

  test("is no viewer's to make or to withdraw", async () => {
    const { id } = await makeCandidate(house.owner);
    expect((await decide(house.viewer, id, { outcome: "pass" })).status).toBe(403);
    await decide(house.reviewer, id, { outcome: "pass" });
    expect((await withdraw(house.viewer, id)).status).toBe(403);
  });

  test("sent again under its key is the same decision", async () => {
    const { id } = await makeCandidate(house.owner);
    const key = { "idempotency-key": crypto.randomUUID() };
    const input = { outcome: "watch", from: "inbox" };
    const first = await decide(house.reviewer, id, input, key);
    expect(await decide(house.reviewer, id, input, key)).toMatchObject({
      status: 200,
      body: first.body,
    });
    expect(await activity(id)).toHaveLength(1);
  });
});

describe("two who move one candidate", () => {
  test("from what both saw: one does, the other is told, whichever way both went", async () => {
    for (let round = 0; round < 8; round++) {
      const { id } = await makeCandidate(house.owner);
      const answers = await Promise.all([
        decide(house.reviewer, id, { outcome: "pass", from: "inbox" }),
        decide(house.second, id, { outcome: "watch", from: "inbox" }),
        house.third.post(`${at(id)}/stage`, { stage: "review", from: "inbox" }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      for (const { status, body } of answers)
        if (status === 409) expect(body).toMatchObject({ code: "stages.raced" });
      const won = answers.find(({ status }) => status === 200)?.body;
      expect(await stageOf(id)).toEqual(won);
      expect(await activity(id)).toHaveLength(1);
    }
  });

  test("long after the other: the second is told and nothing is overwritten", async () => {
    const { id } = await makeCandidate(house.owner);
    await decide(house.reviewer, id, { outcome: "watch", from: "inbox" });
    const late = await house.second.post(`${at(id)}/stage`, { stage: "review", from: "inbox" });
    expect(late).toMatchObject({ status: 409, body: { code: "stages.raced" } });
    expect(await stageOf(id)).toMatchObject({ decision: { outcome: "watch" } });
  });

  test("decisions in place of one another leave exactly one standing", async () => {
    const { id } = await makeCandidate(house.owner);
    await decide(house.owner, id, { outcome: "pass" });
    await Promise.all([
      ...[house.reviewer, house.second, house.third].map((by) =>
        decide(by, id, { outcome: "watch" }),
      ),
      withdraw(house.admin, id),
    ]);
    expect((await standing(id)).length).toBe((await stageOf(id)).stage === "decided" ? 1 : 0);
  });
});

describe("to invest", () => {
  const invest = (by: By, id: string) => decide(by, id, { outcome: "invest" });
  const revealed = async (marks: number[], facts: object) => {
    const { id } = await makeReviewable(house.owner, facts);
    for (const by of [house.owner, house.second, house.third]) await sign(by, id, marks);
    return id;
  };
  const sellable = { qualityNow: 80, pathTo90: "Feedback", partners: "Acme" };

  test("is an admin's decision, after the reveal, where no gate bars it", async () => {
    const id = await revealed([4, 4, 4, 4, 1], sellable);
    expect((await invest(house.reviewer, id)).status).toBe(403);
    expect(await invest(house.admin, id)).toMatchObject({
      status: 200,
      body: { stage: "decided", decision: { outcome: "invest", by: { name: "Amir Admin" } } },
    });
  });

  test("is refused before the reveal, in the same words whatever the hidden scores", async () => {
    const { id: none } = await makeReviewable(house.owner, sellable);
    const { id: low } = await makeReviewable(house.owner, sellable);
    await sign(house.second, low, [0, 0, 0, 0, 5]);
    const answers = [await invest(house.admin, none), await invest(house.admin, low)];
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 409, body: { code: "stages.not_revealed" } });
    expect(answers[0]?.text.replaceAll(none, "")).toBe(answers[1]?.text.replaceAll(low, ""));
  });

  test.each([
    ["G1", [1, 4, 4, 4, 1], sellable],
    ["G2", [4, 4, 4, 2, 4], sellable],
    ["G3", [4, 4, 1, 4, 1], sellable],
    ["G5", [4, 4, 4, 4, 1], {}],
  ])("is barred by %s, which bars neither watch nor pass", async (gate, marks, facts) => {
    const id = await revealed(marks, facts);
    const refused = await invest(house.owner, id);
    expect(refused).toMatchObject({ status: 409, body: { code: "stages.barred" } });
    expect(refused.text).toContain(gate);
    expect((await decide(house.reviewer, id, { outcome: "pass" })).status).toBe(200);
  });

  test("is not for whoever has recused themselves, and tells them no gate", async () => {
    const id = await revealed([1, 1, 1, 1, 5], {});
    await house.admin.post(`${at(id)}/recusal`, {});
    const refused = await invest(house.admin, id);
    expect(refused).toMatchObject({ status: 403, body: { code: "reviews.recused" } });
    expect(refused.text).not.toMatch(/G[1-7]/);
  });
});

describe("watches", () => {
  const watches = async (by: By, query = "") =>
    expectStatus(await by.get<Watches>(`/watches${query}`), 200).items;
  const watch = async (by: By, nextLook: unknown, facts: object = {}) => {
    const { id } = await makeCandidate(house.owner, facts);
    expectStatus(await decide(by, id, { outcome: "watch", nextLook, trigger: "Prices fall" }), 200);
    return id;
  };
  const ids = async (by: By, query = "") => (await watches(by, query)).map(({ id }) => id);

  test("come due on their day, the longest due first, with the last trial's grade", async () => {
    const later = await ids(house.third, "?due=false");
    const due = await watch(house.third, await today());
    const overdue = await watch(house.third, await today(-3));
    const tomorrow = await watch(house.third, await today(1));
    for (const [on, grade] of [
      ["2026-01-02", 40],
      ["2026-03-02", 71],
      ["2026-02-02", 55],
    ])
      await house.second.post(`${at(due)}/trials`, { task: `Try ${on}`, grade, on });
    expect(await ids(house.third)).toEqual([overdue, due]);
    expect(await ids(house.third, "?due=false")).toEqual([overdue, due, tomorrow, ...later]);
    expect((await watches(house.third))[1]).toMatchObject({
      nextLook: await today(),
      trigger: "Prices fall",
      lastTrial: { on: "2026-03-02", grade: 71, task: "Try 2026-03-02" },
    });
  });

  test("are mine when I own the candidate, or watched it where nobody does", async () => {
    const own = await watch(house.second, await today(), { ownerId: house.reviewer.memberId });
    const set = await watch(house.second, await today());
    expect(await ids(house.reviewer)).toEqual([own]);
    expect(await ids(house.second)).toEqual([set]);
    expect(await ids(house.viewer, "?mine=false")).toEqual(expect.arrayContaining([own, set]));
  });

  test("are over with the decision, and hidden with the archived candidate", async () => {
    const withdrawn = await watch(house.admin, await today());
    const archived = await watch(house.admin, await today());
    const decided = await watch(house.admin, await today());
    expect(await ids(house.admin)).toEqual([withdrawn, archived, decided]);
    await withdraw(house.admin, withdrawn);
    await house.admin.delete(at(archived));
    await decide(house.admin, decided, { outcome: "pass" });
    expect(await ids(house.admin)).toEqual([]);
  });
});

test("the reason of a move goes to its activity entry", async () => {
  const { id } = await makeCandidate(house.owner);
  await house.reviewer.post(`${at(id)}/stage`, { stage: "review", reason: "Real pain" });
  expect(await activity(id)).toEqual([
    {
      verb: "stages.moved",
      before: { stage: "inbox" },
      after: { stage: "review", reason: "Real pain" },
    },
  ]);
});
