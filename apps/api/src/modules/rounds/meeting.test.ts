import type { Candidate } from "@highwater/shared/candidates/contract";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import type { Meeting, Presence } from "@highwater/shared/rounds/contract";
import { idleAfterHours } from "@highwater/shared/rounds/law";
import type { DecisionRecord } from "@highwater/shared/stages/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse, replicaOf } from "../../../test/house.js";
import { makeReviewable, saveDraft, sign } from "../../../test/make.js";
import {
  decideOn,
  deed,
  makeRound,
  meetingOf,
  startMeeting,
  takeUp,
  vote,
} from "../../../test/meeting.js";
import { listenTo } from "../../../test/stream.js";
import { IdleRoundsService } from "./idle.service.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type By = House["owner"];
const reviewable = async (facts = {}) => (await makeReviewable(house.owner, facts)).id;
const candidate = async (id: string) =>
  expectStatus(await house.viewer.get<Candidate>(`/candidates/${id}`), 200);
const told = (kind: string, id: string) =>
  house.sql(
    `select n."memberId" as member from "Notification" n join "Activity" a on a."teamId" = n."teamId"
        and a.id = n."activityId" where a."candidateId" = $1 and n.kind::text = $2`,
    [id, kind],
  );
const attend = async (by: By, id: string) =>
  expectStatus(await by.post<Presence>(`/rounds/${id}/attend`), 200).present.map((m) => m.name);

/** One candidate taken up, with these marks signed in private. */
async function atItem(marks: [By, number[]][], facts = {}) {
  const cid = await reviewable(facts);
  const { id, items } = await startMeeting(house.owner, [cid]);
  for (const [by, digits] of marks) await sign(by, cid, digits);
  return { cid, id, place: [id, items[0] ?? ""] as [string, string] };
}

async function atVote(marks: [By, number[]][], facts = {}) {
  const made = await atItem(marks, facts);
  expectStatus(await deed(house.owner, made.place, "reveal", "open"), 200);
  expectStatus(await deed(house.owner, made.place, "vote-open", "revealed"), 200);
  return made;
}

describe("marks are private until the host reveals all at once", () => {
  test("however many have signed: it neither reveals itself nor shows anybody anything", async () => {
    const { cid, id } = await atItem([
      [house.owner, [4, 4, 4, 4, 1]],
      [house.second, [1, 4, 4, 4, 1]],
      [house.third, [4, 4, 4, 4, 1]],
    ]);
    expect(await candidate(cid)).toMatchObject({ revealedAt: null, stage: "review" });
    for (const by of [house.reviewer, house.owner, house.viewer])
      expect((await meetingOf(by, id)).current).toMatchObject({
        ...{ state: "open", signed: 3, marks: null, bars: [] },
      });
  });

  test("for ever only while the meeting goes on: what nobody closes reveals itself after all", async () => {
    const { cid, id } = await atItem([
      [house.owner, [4, 4, 4, 4, 1]],
      [house.second, [1, 4, 4, 4, 1]],
      [house.third, [4, 4, 4, 4, 1]],
    ]);
    const idle = house.app.get(IdleRoundsService);
    await idle.settle();
    expect(await candidate(cid)).toMatchObject({ revealedAt: null });
    const past = new Date(Date.now() - (idleAfterHours + 1) * 3_600_000);
    await house.sql('update "Round" set "startedAt" = $2 where id = $1', [id, past]);
    await house.sql('update "AgendaItem" set "openedAt" = $2 where "roundId" = $1', [id, past]);
    await idle.settle();
    expect(await candidate(cid)).toMatchObject({
      ...{ revealedAt: expect.any(String), stage: "discussion" },
    });
    expect((await meetingOf(house.owner, id)).round.state).toBe("live");
  });

  test("a draft tells nothing; a second hidden signature only its count", async () => {
    const { cid, id } = await atItem([[house.second, [4, 4, 4, 4, 1]]]);
    const before = await house.reviewer.get<Meeting>(`/rounds/${id}/live`);
    await saveDraft(house.third, cid, { scores: { habit: { score: 0 } } });
    await sign(house.second, cid, [0, 0, 0, 0, 5]);
    const after = await house.reviewer.get<Meeting>(`/rounds/${id}/live`);
    expect(after.text).toBe(before.text);
    await sign(house.third, cid, [0, 0, 0, 0, 5]);
    const third = await house.reviewer.get<Meeting>(`/rounds/${id}/live`);
    expect(third.text).toBe(before.text.replace('"signed":1', '"signed":2'));
  });

  test("then everybody sees who marked what, and who has moved since", async () => {
    const { cid, id, place } = await atItem([
      [house.second, [2, 4, 4, 4, 1]],
      [house.third, [4, 4, 4, 4, 1]],
    ]);
    const answer = await deed(house.owner, place, "reveal", "open");
    expect(answer.body.current).toMatchObject({ state: "revealed", sight: "revealed" });
    expect(await candidate(cid)).toMatchObject({ stage: "discussion" });
    await sign(house.second, cid, [3, 4, 4, 4, 1]);
    await sign(house.reviewer, cid, [5, 4, 4, 4, 1]);
    expect((await meetingOf(house.viewer, id)).current?.marks).toMatchObject([
      { member: { name: "Sven Second" }, scores: { habit: 3 }, before: { habit: 2 } },
      { member: { name: "Tao Third" }, scores: { habit: 4 }, before: { habit: 4 } },
      { member: { name: "Rosa Reviewer" }, scores: { habit: 5 }, before: null },
    ]);
    expect((await told("revealed", cid)).map(({ member }) => member).sort()).toEqual(
      [house.second.memberId, house.third.memberId].sort(),
    );
  });

  test("not before somebody has signed", async () => {
    const { place } = await atItem([]);
    expect(await deed(house.owner, place, "reveal", "open")).toMatchObject({
      status: 409,
      body: { code: "reviews.none_signed" },
    });
  });

  test("what the meeting leaves without the reveal reveals itself as it would have", async () => {
    const marks = [house.owner, house.second, house.third].map(
      (by) => [by, [3, 3, 3, 3, 3]] as [By, number[]],
    );
    const parked = await atItem(marks);
    expectStatus(await deed(house.owner, parked.place, "done", "open"), 200);
    expect((await candidate(parked.cid)).revealedAt).not.toBeNull();
    const left = await atItem(marks);
    expectStatus(await house.owner.post(`/rounds/${left.id}/close`), 200);
    expect((await candidate(left.cid)).revealedAt).not.toBeNull();
  });

  test("the recused see neither marks nor votes nor gates, before or after, and don't vote", async () => {
    const { cid, id, place } = await atItem([[house.second, [1, 4, 4, 4, 1]]]);
    await house.third.post(`/candidates/${cid}/recusal`, {});
    await deed(house.owner, place, "reveal", "open");
    await deed(house.owner, place, "vote-open", "revealed");
    await vote(house.second, place, "pass", "Zanzibar");
    expect(await vote(house.third, place, "pass")).toMatchObject({
      status: 403,
      body: { code: "reviews.recused" },
    });
    const decision = { outcome: "invest", from: "voting", exception: { reason: "Zanzibar" } };
    expectStatus(await decideOn(house.owner, place, decision), 200);
    const { text, body } = await house.third.get<Meeting>(`/rounds/${id}/live`);
    expect(body.current).toMatchObject({ sight: "recused", marks: null, bars: [] });
    expect(body.current?.decision).toMatchObject({ outcome: "invest", withheld: true });
    const record = await house.third.get(`/candidates/${cid}/decision`);
    expect(text + record.text).not.toMatch(/Zanzibar|G[1-7]/);
    expect((await house.viewer.get(`/candidates/${cid}/decision`)).text).toContain("Zanzibar");
  });
});

describe("the host's deeds", () => {
  test("follow one another, and are the host's", async () => {
    const { id, place } = await atItem([[house.second, [3, 3, 3, 3, 3]]]);
    for (const [name, from, code] of [
      ["vote-open", "open", "rounds.not_now"],
      ["vote-open", "revealed", "rounds.raced"],
      ["reveal", "waiting", "rounds.raced"],
    ] as const)
      expect(await deed(house.owner, place, name, from)).toMatchObject({
        status: 409,
        body: { code },
      });
    expect(await deed(house.admin, place, "reveal", "open")).toMatchObject({
      status: 403,
      body: { code: "rounds.not_host" },
    });
    expect(await house.owner.post(`/rounds/${id}/start`)).toMatchObject({ status: 409 });
  });

  test("clicked twice happen once", async () => {
    const { cid, place } = await atItem([[house.second, [3, 3, 3, 3, 3]]]);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => deed(house.owner, place, "reveal", "open")),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const said = await house.sql(
      `select verb from "Activity" where "candidateId" = $1 and verb like 'reviews.reveal%'`,
      [cid],
    );
    expect(said).toHaveLength(1);
  });

  test("of two who lead on from the same item, one does; nothing is skipped", async () => {
    const ids = [await reviewable(), await reviewable(), await reviewable()];
    const { id, items } = await startMeeting(house.owner, ids);
    const next = (iid = "") =>
      house.owner.post(`/rounds/${id}/items/${iid}/open`, { from: "waiting", current: items[0] });
    const answers = await Promise.all([next(items[1]), next(items[2])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("pass to the admin who takes over; of two who do, one does", async () => {
    const { id, place } = await atItem([[house.second, [3, 3, 3, 3, 3]]]);
    const from = house.owner.memberId;
    const take = (by: By) => by.post(`/rounds/${id}/host`, { from });
    expect((await take(house.reviewer)).status).toBe(403);
    expectStatus(await take(house.admin), 200);
    expect((await take(house.admin)).status).toBe(409);
    expect((await deed(house.owner, place, "reveal", "open")).status).toBe(403);
    expect((await deed(house.admin, place, "reveal", "open")).status).toBe(200);
  });

  test("stay as they are for whoever comes later: nothing of it lives in a browser", async () => {
    const { cid, id, place } = await atVote([[house.second, [3, 3, 3, 3, 3]]]);
    await vote(house.second, place, "watch", "Wait");
    await house.owner.post(`/rounds/${id}/items/${place[1]}/timer`, {
      from: "voting",
      seconds: 300,
    });
    const other = await replicaOf(house);
    const { timer, current, round } = await meetingOf(other.as("owner"), id);
    expect(round.state).toBe("live");
    expect(timer?.secondsLeft).toBeGreaterThan(290);
    expect(current).toMatchObject({ candidateId: cid, state: "voting", votes: { cast: 1 } });
    await other.close();
    const stopped = { from: "voting", seconds: 0 };
    const answer = await house.owner.post<Meeting>(
      `/rounds/${id}/items/${place[1]}/timer`,
      stopped,
    );
    expect(answer.body.timer).toBeNull();
  });
});

describe("presence", () => {
  test("comes by heartbeat, goes by leaving or by silence, and is told at once without activity", async () => {
    const { id } = await atItem([]);
    const before = await house.sql('select count(*)::int as n from "Activity"');
    const stream = await listenTo(house.viewer);
    expect(await attend(house.second, id)).toEqual(["Sven Second"]);
    for (let waited = 0; !stream.topics().includes("rounds") && waited < 1000; waited += 10)
      await new Promise((wake) => setTimeout(wake, 10));
    expect(stream.topics()).toContain("rounds");
    await stream.close();
    expect(await attend(house.viewer, id)).toEqual(["Sven Second", "Vera Viewer"]);
    expect((await meetingOf(house.owner, id)).current?.expected).toBe(1);
    await house.second.delete(`/rounds/${id}/attend`);
    expect(await attend(house.viewer, id)).toEqual(["Vera Viewer"]);
    await house.sql(
      `update "Attendance" set "seenAt" = now() - interval '21 seconds' where "roundId" = $1`,
      [id],
    );
    expect((await meetingOf(house.owner, id)).present).toEqual([]);
    expect(await house.sql('select count(*)::int as n from "Activity"')).toEqual(before);
  });

  test("is of a running meeting", async () => {
    const { id } = await makeRound(house.owner, []);
    expect(await house.second.post(`/rounds/${id}/attend`)).toMatchObject({
      status: 409,
      body: { code: "rounds.not_live" },
    });
  });
});

describe("a vote", () => {
  test("is seen by those who have voted, the host included; by all when all are in", async () => {
    const { id, place } = await atVote([[house.second, [3, 3, 3, 3, 3]]]);
    for (const by of [house.second, house.third, house.owner]) await attend(by, id);
    expectStatus(await vote(house.second, place, "pass", "Too thin"), 200);
    const votes = async (by: By) => (await meetingOf(by, id)).current?.votes;
    expect(await votes(house.owner)).toEqual({ cast: 1, mine: null, shown: null });
    await vote(house.third, place, "watch");
    expect(await votes(house.third)).toMatchObject({ cast: 2, shown: [{}, {}] });
    expect((await votes(house.viewer))?.shown).toBeNull();
    await vote(house.owner, place, "watch");
    await vote(house.second, place, "watch", "Won over");
    expect((await votes(house.viewer))?.shown?.map(({ outcome }) => outcome)).toEqual([
      ...["watch", "watch", "watch"],
    ]);
  });

  test("waits for the host to open it, and is over with the decision: each in words", async () => {
    const { place } = await atItem([[house.second, [3, 3, 3, 3, 3]]]);
    expect(await vote(house.second, place, "pass")).toMatchObject({
      status: 409,
      body: { code: "rounds.not_voting" },
    });
    await deed(house.owner, place, "reveal", "open");
    await deed(house.owner, place, "vote-open", "revealed");
    expectStatus(await decideOn(house.owner, place, { from: "voting" }), 200);
    expect(await vote(house.second, place, "pass")).toMatchObject({
      status: 409,
      body: { code: "rounds.decided", detail: "It is decided already: the vote is over." },
    });
    expect(await decideOn(house.owner, place, { from: "voting" })).toMatchObject({ status: 409 });
  });

  test("is no viewer's", async () => {
    const { place } = await atVote([[house.second, [3, 3, 3, 3, 3]]]);
    expect((await vote(house.viewer, place, "pass")).status).toBe(403);
  });
});

describe("a decision in the meeting", () => {
  test("keeps the votes, the minority report, the owner and the day; those concerned are told", async () => {
    const { cid, id, place } = await atVote([[house.second, [3, 3, 3, 3, 3]]]);
    await vote(house.second, place, "pass", "Nobody pays");
    await vote(house.third, place, "watch");
    const ownerId = house.reviewer.memberId;
    const input = { from: "voting", ownerId, dueOn: "2026-12-24", trigger: "Prices fall" };
    const answer = expectStatus(await decideOn(house.owner, place, input), 200);
    expect(answer.current).toMatchObject({ state: "done", decision: { outcome: "watch" } });
    expect(await candidate(cid)).toMatchObject({
      stage: "decided",
      decision: { outcome: "watch", ownerId, dueOn: "2026-12-24" },
    });
    const { body } = await house.viewer.get<DecisionRecord>(`/candidates/${cid}/decision`);
    expect(body).toMatchObject({
      ...{ reason: "Too early.", round: { id } },
      votes: [{ outcome: "pass" }, { outcome: "watch" }],
      dissent: [{ name: "Sven Second", outcome: "pass", reason: "Nobody pays" }],
    });
    expect((await told("decided", cid)).map(({ member }) => member).sort()).toEqual(
      [house.second.memberId, ownerId].sort(),
    );
  });

  test("to invest past a gate needs a reason, kept with the gates, the name and the time", async () => {
    const { cid, place } = await atVote([[house.second, [1, 4, 4, 4, 1]]], { partners: "Acme" });
    const invest = { from: "voting", outcome: "invest" };
    const refused = await decideOn(house.owner, place, invest);
    expect(refused).toMatchObject({ status: 409, body: { code: "stages.barred" } });
    expect((await meetingOf(house.owner, place[0])).current?.bars).toContain("G1");
    const reasoned = { ...invest, exception: { reason: "We know the founder." } };
    expectStatus(await decideOn(house.owner, place, reasoned), 200);
    const { body } = await house.viewer.get<DecisionRecord>(`/candidates/${cid}/decision`);
    expect(body.exception).toMatchObject({
      ...{ reason: "We know the founder.", by: { name: "Olga Owner" } },
      gates: expect.arrayContaining(["G1"]),
      at: expect.stringMatching(/^20/),
    });
  });

  test("on the candidate's own page asks for the same exception", async () => {
    const { cid } = await atVote([[house.second, [1, 4, 4, 4, 1]]]);
    const to = `/candidates/${cid}/decision`;
    expect((await house.owner.post(to, { outcome: "invest" })).status).toBe(409);
    const exception = { reason: "Even so." };
    expect((await house.owner.post(to, { outcome: "invest", exception })).status).toBe(200);
  });

  test("withdrawn, the item can be taken up again; standing, it can't", async () => {
    const { cid, id, place } = await atVote([[house.second, [3, 3, 3, 3, 3]]]);
    await decideOn(house.owner, place, { from: "voting", outcome: "pass" });
    const again = { from: "done", current: place[1] };
    const at = `/rounds/${id}/items/${place[1]}/open`;
    expect(await house.owner.post(at, again)).toMatchObject({ body: { code: "rounds.decided" } });
    await house.owner.delete(`/candidates/${cid}/decision`);
    expect((await takeUp(house.owner, id, place[1])).current?.state).toBe("voting");
    const { reviews } = (await house.viewer.get<CandidateReviews>(`/candidates/${cid}/reviews`))
      .body;
    expect(reviews).toHaveLength(1);
  });
});
